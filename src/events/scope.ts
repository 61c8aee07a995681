import { isObject } from '../core/arguments.js';
import type { Board, Task } from './board.js';
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
  const above = new Map<string, Promise<boolean>>();

  const isInside = async (task: Task): Promise<boolean> => {
    if (standsIn(task, projectGid)) return true;
    const parent = parentOf(task);
    if (!withSubtasks || parent === undefined) return false;
    const isKnown = findings.get(parent)?.kind === 'changed';
    if (isKnown || standsIn(task.parent as Task, projectGid)) return true;
    const known = above.get(parent);
    if (known !== undefined) return known;
    const read = isParentInside(parent);
    above.set(parent, read);
    return read;
  };

  const isParentInside = async (gid: string): Promise<boolean> => {
    const found = await readTask(board, gid, [
      'parent.gid',
      'parent.projects.gid',
      'projects.gid',
    ]);
    // Nobody may say that a task is gone because the one above is hidden.
    if (found.kind === 'unreadable') return true;
    return found.kind === 'changed' && isInside(found.task);
  };

  return isInside;
}
