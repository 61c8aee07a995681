import { AsanaError } from '../errors.js';
import type { Task } from './key.js';
import { createIndex, type ProjectIndex } from './project-index.js';
import { orLate, type SharedIndex } from './indexes.js';
import { madeIn } from './made.js';
import { readSubtasks } from './read-tasks.js';
import type { Row } from './row.js';
import type { Send } from '../http/layer.js';

export interface Parents {
  readonly operation: string;
  readonly index: Pick<ProjectIndex, 'find'>;
  /** The gids of the rows that have been written, by their keys. */
  readonly written: ReadonlyMap<string, string>;
}

/** A row with the gid of its parent in place of the parent's key. */
export function withParent(
  row: Row,
  { operation, index, written }: Parents
): Row {
  const { parent } = row.data;
  if (typeof parent !== 'string' && typeof parent !== 'number') return row;
  const text = String(parent).trim();
  if (text === '') return row;
  const gid =
    written.get(text) ??
    index.find(text)[0]?.gid ??
    (/^\d+$/.test(text) ? text : undefined);
  if (gid !== undefined) return { ...row, data: { ...row.data, parent: gid } };
  throw new AsanaError(
    `${operation}, row ${row.number}: there is no task with the key ${JSON.stringify(text)} to be its parent`,
    {
      code: 'UNKNOWN_NAME',
      description:
        '"parent" is neither the gid of a task nor the key of another row or of a task in the project.',
      fix: 'Give the key of the row that is the parent, or the gid of a task. If the row of the parent failed, mend that first.',
    }
  );
}

/** The parent's gid, once `withParent` has found it. */
export const parentOf = ({ data: { parent } }: Row): string | undefined =>
  typeof parent === 'string' && parent !== '' ? parent : undefined;

/**
 * The subtasks of a parent together with the tasks of the project: a subtask
 * is not in the list of the project.
 */
export async function subtaskIndex(
  send: Send,
  shared: SharedIndex,
  parentGid: string
): Promise<SharedIndex> {
  const made = madeIn(send, parentGid, shared.key.id);
  const late = made.look();
  const tasks = hasNone(shared, parentGid)
    ? []
    : await readSubtasks(send, parentGid, shared.fields);
  const own = createIndex(shared.key, tasks);
  const holderOf = (gid: string): ProjectIndex =>
    shared.get(gid) === undefined ? own : shared;
  const put = (task: Task): void => {
    holderOf(task.gid).put(task);
    // It was counted when the project was read.
    const parent = shared.get(parentGid);
    if (parent) shared.put({ ...parent, num_subtasks: undefined });
  };
  return {
    ...shared,
    find(key) {
      const found = orLate(own.find(key), late(key));
      return found.length > 0 ? found : shared.find(key);
    },
    get: gid => own.get(gid) ?? shared.get(gid),
    tasks: () => own.tasks(),
    put,
    remove(gid) {
      holderOf(gid).remove(gid);
      made.remove(gid);
    },
    turns: made.turns,
    add(key, task) {
      put(task);
      made.note(key, task);
    },
  };
}

/** Asana counts them for us. */
const hasNone = (shared: SharedIndex, parentGid: string): boolean =>
  isPlanned(parentGid) || shared.get(parentGid)?.num_subtasks === 0;

/** A dry run has no gid for what it would create. */
export const plannedGid = (key: string): string => `new:${key}`;

export const isPlanned = (gid: string): boolean => gid.startsWith('new:');
