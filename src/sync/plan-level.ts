import { AsanaError } from '../errors.js';
import { environment } from '../http/environment.js';
import type { Send } from '../http/layer.js';
import type { Work } from './apply.js';
import type { SharedIndex } from './indexes.js';
import { createIndex } from './project-index.js';
import { parentOf, subtaskIndex, withParent } from './parents.js';
import { plan, type Duplicate, type PlanOptions } from './plan.js';
import type { Unfit } from './read-rows.js';
import { readProject, readSubtasks } from './read-tasks.js';
import type { Row } from './row.js';
import { shareLooks } from './share-looks.js';

/** Where rows of one level are compared and written. */
export interface Level {
  readonly send: Send;
  readonly operation: string;
  readonly index: SharedIndex;
  readonly options: PlanOptions;
  /** The gids of the rows of earlier levels, by their keys. */
  readonly written: ReadonlyMap<string, string>;
  /** When to read nothing more, in milliseconds of the environment's clock. */
  readonly until: number;
}

export interface PlannedLevel {
  readonly work: readonly Work[];
  readonly duplicates: readonly Duplicate[];
  readonly unfit: readonly Unfit[];
}

type Planned = Omit<PlannedLevel, 'unfit'>;

/** More than Asana serves at a time; all others can still be left out. */
const readers = 65;

/**
 * Plans rows whose parents are there already. Subtasks are compared with those
 * of their parent, all others with the tasks of the project.
 */
export async function planLevel(
  rows: readonly Row[],
  level: Level
): Promise<PlannedLevel> {
  // A row whose parent remains cannot be told from one that has none.
  if (isLate(level)) return { ...planIn(rows, level, level.index), unfit: [] };
  const unfit: Unfit[] = [];
  const byParent = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    try {
      const found = withParent(row, level);
      const parent = parentOf(found);
      const siblings = byParent.get(parent);
      if (siblings === undefined) byParent.set(parent, [found]);
      else siblings.push(found);
    } catch (error) {
      if (!(error instanceof AsanaError)) throw error;
      unfit.push({ number: row.number, key: row.key, error });
    }
  }
  const parents = [...byParent];
  const plans = new Array<Planned>(parents.length);
  const places = parents.keys();
  const planNext = async (): Promise<void> => {
    for (const place of places) {
      const [parent, children] = parents[place] as [string | undefined, Row[]];
      plans[place] = await planAt(parent, children, level);
    }
  };
  await Promise.all(Array.from({ length: readers }, planNext));
  return {
    work: plans.flatMap(({ work }) => work),
    duplicates: plans.flatMap(({ duplicates }) => duplicates),
    unfit,
  };
}

const isLate = ({ until }: Level): boolean => environment.now() >= until;

/** Once the time is over nothing is read any more, and nothing written. */
async function planAt(
  parentGid: string | undefined,
  rows: readonly Row[],
  level: Level
): Promise<Planned> {
  const { send, index } = level;
  return parentGid === undefined || isLate(level)
    ? planIn(rows, level, index)
    : planIn(
        rows,
        level,
        await subtaskIndex(send, index, parentGid),
        parentGid
      );
}

function planIn(
  rows: readonly Row[],
  { send, operation, options }: Level,
  index: SharedIndex,
  parentGid?: string
): Planned {
  const read = () =>
    parentGid === undefined
      ? readProject(send, index.projectGid, index.fields)
      : readSubtasks(send, parentGid, index.fields);
  const look = shareLooks(async () => createIndex(index.key, await read()));
  const target = {
    send,
    operation,
    index,
    options,
    lookUp: async (key: string) => (await look()).find(key)[0],
  };
  const { steps, duplicates } = plan(rows, index, options);
  return { work: steps.map(step => ({ step, target })), duplicates };
}
