import { isObject } from '../core/arguments.js';

/** What events say became of a task. A read may say otherwise, and is right. */
export interface Hint {
  readonly kind: 'changed' | 'removed' | 'deleted';
  /** It came to where it is now, and may have brought subtasks along. */
  readonly isNew: boolean;
}

/**
 * What many events come to, by the gid of the task. Those of what belongs to a
 * task, such as a comment, count as a change of it, where they name it.
 *
 * @param events - In the order in which Asana gave them.
 */
export function collapse(
  events: readonly unknown[],
  projectGid: string
): Map<string, Hint> {
  const hints = new Map<string, Hint>();
  for (const event of events) {
    if (!isObject(event)) continue;
    const task = gidOf(event.resource, 'task');
    if (task !== undefined) {
      hints.set(task, next(hints.get(task), event, projectGid));
      continue;
    }
    const above = taskOf(event);
    if (above !== undefined && !hints.has(above)) hints.set(above, changed);
  }
  return hints;
}

/** The gid of the task that an event is about, or that it happened to. */
export const taskOf = (event: Record<string, unknown>): string | undefined =>
  gidOf(event.resource, 'task') ?? gidOf(event.parent, 'task');

const changed: Hint = { kind: 'changed', isNew: false };

function next(
  before: Hint = changed,
  { action, parent }: Record<string, unknown>,
  projectGid: string
): Hint {
  if (action === 'deleted') return { ...before, kind: 'deleted' };
  // Whatever happens to a task after it was deleted: somebody brought it back.
  if (action === 'undeleted' || before.kind === 'deleted') {
    return { kind: 'changed', isNew: true };
  }
  if (action === 'added' && !isElsewhere(parent, projectGid)) {
    return { kind: 'changed', isNew: true };
  }
  return action === 'removed' && gidOf(parent, 'project') === projectGid
    ? { ...before, kind: 'removed' }
    : before;
}

/**
 * A task that another project gets stays where it is, and one that is put into
 * a section comes from another one of the same project, or with an event of the
 * project.
 */
const isElsewhere = (parent: unknown, projectGid: string): boolean =>
  gidOf(parent, 'section') !== undefined ||
  (gidOf(parent, 'project') ?? projectGid) !== projectGid;

/** The gid of a record, if it is one of that type. */
function gidOf(record: unknown, type: string): string | undefined {
  if (!isObject(record) || record.resource_type !== type) return undefined;
  return typeof record.gid === 'string' ? record.gid : undefined;
}
