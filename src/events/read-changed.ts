import type { Board, Task } from './board.js';
import type { Hint } from './collapse.js';
import { note, readAllBelow } from './read-all.js';
import { readNamed, type Named } from './read-named.js';
import { listModified } from './read-tasks.js';
import type { Scope } from './scope.js';

/**
 * Reads the tasks that were modified, a hundred at a time.
 *
 * @param since - From when on, as ISO text.
 */
export async function readModified(board: Board, since: string): Promise<void> {
  const { fields, withSubtasks } = board;
  const own = withSubtasks ? fields.with('num_subtasks') : fields.with();
  note(board, await listModified(board, own, since));
}

/**
 * Reads one by one what events name and no list had: subtasks, and what was
 * moved.
 *
 * @param there - The gids of all that is there, where that is known.
 */
export async function readHinted(
  board: Board,
  hints: ReadonlyMap<string, Hint>,
  isInside: Scope,
  there?: ReadonlySet<string>
): Promise<void> {
  const { findings } = board;
  const inDoubt: Named[] = [];
  for (const [gid, { kind, isNew }] of hints) {
    if (findings.has(gid)) continue;
    // Asana promises neither all events nor their order: what was brought back
    // too, or is still there, is looked at.
    const isDeleted = kind === 'deleted' && !isNew && !there?.has(gid);
    if (isDeleted) findings.set(gid, { kind });
    else inDoubt.push({ gid, wasInside: kind === 'removed' });
  }
  await readNamed(board, inDoubt, isInside);
  await readAllBelow(board, cameIn(board, hints));
}

/** What came with subtasks, of which there may be no events. */
function cameIn({ findings }: Board, hints: ReadonlyMap<string, Hint>): Task[] {
  return [...hints].flatMap(([gid, { isNew }]) => {
    const found = findings.get(gid);
    return isNew && found?.kind === 'changed' ? [found.task] : [];
  });
}
