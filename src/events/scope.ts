import { isObject } from '../core/arguments.js';
import type { Board, Finding, Task } from './board.js';
import { readTask } from './read-tasks.js';

/** Whether a task belongs to what is read. */
export type Scope = (task: Task) => Promise<boolean>;

export const standsIn = ({ projects }: Task, projectGid: string): boolean =>
  Array.isArray(projects) &&
  projects.some(project => isObject(project) && project.gid === projectGid);

export const parentOf = ({ parent }: Task): string | undefined =>
  isObject(parent) && typeof parent.gid === 'string' ? parent.gid : undefined;

/**
 * A task belongs to a project when it stands there, or the one above it does,
 * however far above. Each of these is read once.
 */
export function createScope(board: Board): Scope {
  const { findings, projectGid, withSubtasks } = board;
  const reads = new Map<string, Promise<Finding>>();

  const readAbove = (gid: string): Promise<Finding> => {
    const read =
      reads.get(gid) ??
      readTask(board, gid, [
        'parent.gid',
        'parent.projects.gid',
        'projects.gid',
      ]);
    reads.set(gid, read);
    return read;
  };

  return async task => {
    const seen = new Set<string>();
    for (let at = task; ;) {
      if (standsIn(at, projectGid)) return true;
      const parent = parentOf(at);
      if (!withSubtasks || parent === undefined) return false;
      const isKnown = findings.get(parent)?.kind === 'changed';
      if (isKnown || standsIn(at.parent as Task, projectGid)) return true;
      // Somebody moves tasks about meanwhile: the next run hears of that.
      if (seen.has(parent)) return true;
      seen.add(parent);
      const found = await readAbove(parent);
      // Nobody may say that a task is gone because the one above is hidden.
      if (found.kind === 'unreadable') return true;
      if (found.kind !== 'changed') return false;
      at = found.task;
    }
  };
}
