import type { Board, Task } from './board.js';
import { inParallel } from './in-parallel.js';
import { readBelow } from './read-below.js';
import { readTask } from './read-tasks.js';
import { parentOf, standsIn, type Scope } from './scope.js';

/** A task that is read by itself. */
export interface Named {
  readonly gid: string;
  /** Whether it is certain that it belonged to what is read. */
  readonly wasInside: boolean;
}

/**
 * Reads tasks one by one, and finds out what became of each. Where one was
 * taken out of the project, so were the subtasks below it.
 */
export async function readNamed(
  board: Board,
  named: readonly Named[],
  isInside: Scope
): Promise<void> {
  const { fields, findings, withSubtasks } = board;
  const own = fields.with('num_subtasks', 'parent', 'projects');
  const outside = await inParallel(named, async ({ gid, wasInside }) => {
    const found = await readTask(board, gid, own);
    if (found.kind !== 'changed' || (await isInside(found.task))) {
      findings.set(gid, found);
      return [];
    }
    // Without subtasks nothing is to be told of a subtask that always was one.
    const isOurs =
      withSubtasks || wasInside || parentOf(found.task) === undefined;
    if (!isOurs) return [];
    findings.set(gid, { kind: 'removed' });
    return [found.task];
  });
  await noteRemovedBelow(board, outside.flat());
}

async function noteRemovedBelow(
  board: Board,
  parents: readonly Task[]
): Promise<void> {
  const { findings, projectGid } = board;
  await readBelow(
    board,
    parents,
    ['num_subtasks', 'projects.gid'],
    ({ gid, ...task }) => {
      if (standsIn({ gid, ...task }, projectGid)) return false;
      if (!findings.has(gid)) findings.set(gid, { kind: 'removed' });
      return true;
    }
  );
}
