import type { Board, Task } from './board.js';
import { readBelow } from './read-below.js';
import { listProject } from './read-tasks.js';

/** Reads all tasks of the project, with the subtasks of all levels. */
export async function readAll(board: Board): Promise<void> {
  const { fields, withSubtasks } = board;
  const tasks = await listProject(
    board,
    withSubtasks ? fields.with('num_subtasks') : fields.with()
  );
  note(board, tasks);
  await readAllBelow(board, tasks);
}

/** Reads all that is below some tasks. */
export const readAllBelow = (
  board: Board,
  parents: readonly Task[]
): Promise<void> =>
  readBelow(board, parents, board.fields.with('num_subtasks'), task => {
    note(board, [task]);
    return true;
  });

export function note({ findings }: Board, tasks: readonly Task[]): void {
  for (const task of tasks) findings.set(task.gid, { kind: 'changed', task });
}
