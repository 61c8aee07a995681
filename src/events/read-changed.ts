import type { Board, Task } from './board.js';
import type { Hint } from './collapse.js';
import { note, readAllBelow } from './read-all.js';
import { readNamed, type Named } from './read-named.js';
import { listModified } from './read-tasks.js';
import type { Scope } from './scope.js';

/**
 * Reads what changed: the tasks that were modified a hundred at a time, and one
 * by one those that events name and that list does not have: subtasks, and
 * what was moved.
 *
 * @param since - From when on, as ISO text.
 */
export async function readChanged(
  board: Board,
  hints: ReadonlyMap<string, Hint>,
  since: string,
  isInside: Scope
): Promise<void> {
  const { fields, findings, withSubtasks } = board;
  const own = withSubtasks ? fields.with('num_subtasks') : fields.with();
  note(board, await listModified(board, own, since));

  const inDoubt: Named[] = [];
  for (const [gid, { kind, isNew }] of hints) {
    if (findings.has(gid)) continue;
    // Asana does not promise the order of events: what was brought back too is
    // looked at.
    if (kind === 'deleted' && !isNew) findings.set(gid, { kind });
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
