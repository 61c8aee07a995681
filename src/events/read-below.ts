import type { Board, Task } from './board.js';
import { inParallel } from './in-parallel.js';
import { listSubtasks } from './read-tasks.js';

/**
 * Reads the subtasks of tasks, level by level, as deep as there are any.
 *
 * @param opt_fields - With `num_subtasks`, which says where there are any.
 * @param visit - Called with each subtask; says whether to go on below it.
 */
export async function readBelow(
  board: Board,
  parents: readonly Task[],
  opt_fields: readonly string[],
  visit: (task: Task) => boolean
): Promise<void> {
  if (!board.withSubtasks) return;
  const seen = new Set<string>();
  let level = parents.filter(hasSubtasks);
  while (level.length > 0) {
    const below = await inParallel(level, ({ gid }) =>
      listSubtasks(board, gid, opt_fields)
    );
    level = [];
    for (const task of below.flat()) {
      // Somebody may move tasks about in the meantime.
      if (seen.has(task.gid)) continue;
      seen.add(task.gid);
      if (visit(task) && hasSubtasks(task)) level.push(task);
    }
  }
}

const hasSubtasks = ({ num_subtasks }: Task): boolean =>
  typeof num_subtasks === 'number' && num_subtasks > 0;
