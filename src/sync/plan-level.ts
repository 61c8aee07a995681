import { AsanaError } from '../errors.js';
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
}

export interface PlannedLevel {
  readonly work: readonly Work[];
  readonly duplicates: readonly Duplicate[];
  readonly unfit: readonly Unfit[];
}

/**
 * Plans rows whose parents are there already. Subtasks are compared with those
 * of their parent, all others with the tasks of the project.
 */
export async function planLevel(
  rows: readonly Row[],
  level: Level
): Promise<PlannedLevel> {
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
  const plans = await Promise.all(
    [...byParent].map(([parent, children]) => planAt(parent, children, level))
  );
  return {
    work: plans.flatMap(({ work }) => work),
    duplicates: plans.flatMap(({ duplicates }) => duplicates),
    unfit,
  };
}

async function planAt(
  parentGid: string | undefined,
  rows: readonly Row[],
  { send, operation, index: shared, options }: Level
): Promise<Omit<PlannedLevel, 'unfit'>> {
  const index =
    parentGid === undefined
      ? shared
      : await subtaskIndex(send, shared, parentGid);
  const read = () =>
    parentGid === undefined
      ? readProject(send, shared.projectGid, shared.fields)
      : readSubtasks(send, parentGid, shared.fields);
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
