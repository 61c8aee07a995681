import { pageSize } from '../core/limit.js';
import { AsanaError } from '../errors.js';
import type { Board, Task } from './board.js';
import { note } from './read-all.js';
import { readBelow } from './read-below.js';
import { readNamed } from './read-named.js';
import { listProject } from './read-tasks.js';
import type { Scope } from './scope.js';

/** So few may go without anybody asking why. */
const handful = 5;

/** What to read of all that is there. */
export interface Wanted {
  /** What the job knows is left out, unless something else speaks for it. */
  readonly known: ReadonlySet<string>;
  /** What events name: subtasks come with all others below their parent. */
  readonly hinted: { has(gid: string): boolean };
  /** From when on a subtask counts as modified, in milliseconds. */
  readonly since: number;
}

/**
 * Finds what no event told of: lists all that is there, reads what the job does
 * not know, and subtasks that were modified.
 *
 * @returns the gids of all that is there.
 */
export async function readUntold(
  board: Board,
  { known, hinted, since }: Wanted,
  isInside: Scope
): Promise<ReadonlySet<string>> {
  const { fields, findings, withSubtasks } = board;
  const own = withSubtasks ? (['num_subtasks'] as const) : [];
  const listed = await listProject(board, ['gid', ...own]);
  const there = new Set(listed.map(({ gid }) => gid));
  const isUntold = ({ gid }: Task): boolean =>
    !known.has(gid) && !findings.has(gid);

  const untold = listed.filter(isUntold);
  if (untold.length > listed.length / pageSize + 1) {
    // To list all once more takes less than single reads.
    const all = await listProject(board, fields.with(...own));
    note(board, all.filter(isUntold));
  } else {
    await readNamed(
      board,
      untold.map(({ gid }) => ({ gid, wasInside: true })),
      isInside
    );
  }
  const ofSubtasks = fields.with('num_subtasks', 'modified_at');
  await readBelow(board, listed, ofSubtasks, task => {
    there.add(task.gid);
    const isModified = Date.parse(String(task.modified_at)) >= since;
    if (isModified || isUntold(task) || hinted.has(task.gid)) {
      note(board, [task]);
    }
    return true;
  });
  return there;
}

export const gidsOfChanged = ({ findings }: Board): ReadonlySet<string> =>
  new Set(
    [...findings].flatMap(([gid, { kind }]) => (kind === 'changed' ? gid : []))
  );

/**
 * Finds out what became of tasks that the job knows and that are not there. If
 * they are many, more likely something is wrong than that they are gone.
 */
export async function readAbsent(
  board: Board,
  known: ReadonlySet<string>,
  there: ReadonlySet<string>,
  {
    maxDeleted,
    isInside,
  }: { readonly maxDeleted: number; readonly isInside: Scope }
): Promise<void> {
  const { findings, operation, projectGid } = board;
  const absent = [...known].filter(gid => !there.has(gid));
  if (absent.length > handful && absent.length > maxDeleted * known.size) {
    throw tooManyAbsent(operation, projectGid, absent.length, known.size);
  }
  const unclear = absent.filter(gid => {
    const found = findings.get(gid)?.kind;
    return found === undefined || found === 'changed';
  });
  await readNamed(
    board,
    unclear.map(gid => ({ gid, wasInside: true })),
    isInside
  );
}

const tooManyAbsent = (
  operation: string,
  projectGid: string,
  absent: number,
  known: number
): AsanaError =>
  new AsanaError(
    `${operation}: ${absent} of the ${known} tasks in "knownGids" are not in the project ${projectGid} any more`,
    {
      code: 'TOO_MANY_DELETED',
      description:
        'So many tasks seldom go at once, so nothing was reported, and the next run will find the same.',
      fix: 'Look in Asana whether the tasks are gone. If they are, run once with maxDeleted: 1, which reports any number. If they are not, the user of the token may not see them any more, or "knownGids" has tasks of another project.',
    }
  );
