import { toRequest } from '../core/endpoint.js';
import { judgeData } from '../core/judge.js';
import { AsanaError } from '../errors.js';
import { environment } from '../http/environment.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { SharedIndex } from './indexes.js';
import type { Task } from './key.js';
import { parentOf } from './parents.js';
import type { Duplicate } from './plan.js';
import { createIndex } from './project-index.js';
import { readProject, readSubtasks } from './read-tasks.js';
import type { Row } from './row.js';

/**
 * The keys, of the rows that were created, that another run created at the
 * same time: neither could see what the other was about to do. Asana's counts
 * of tasks and subtasks show whether there is anything to look for. When the
 * time is over that is left to the next run.
 */
export async function doubleKeys(
  send: Send,
  index: SharedIndex,
  created: readonly Row[],
  until: number
): Promise<Duplicate[]> {
  const isLate = (): boolean => environment.now() >= until;
  if (isLate()) return [];
  const { top, below } = byParent(created);
  try {
    const tasks = await projectNow(send, index, { top, below });
    const found = tasks === undefined ? [] : doubles(index, tasks, top);
    const counts = new Map(tasks?.map(task => [task.gid, task.num_subtasks]));
    for (const [parentGid, rows] of below) {
      if (isLate()) break;
      const count = counts.get(parentGid);
      if (typeof count === 'number' && count <= rows.length) continue;
      const fields = fieldsOf(index);
      const subtasks = await readSubtasks(send, parentGid, fields);
      found.push(...doubles(index, subtasks, rows));
    }
    return found;
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    // All rows are written: that they could not be counted is no failure.
    console.warn(
      `Whether another run created the same tasks could not be seen: ${error.message}`
    );
    return [];
  }
}

interface Created {
  /** The tasks of the project; subtasks are not in its list. */
  readonly top: readonly Row[];
  readonly below: ReadonlyMap<string, readonly Row[]>;
}

function byParent(created: readonly Row[]): Created {
  const top: Row[] = [];
  const below = new Map<string, Row[]>();
  for (const row of created) {
    const parent = parentOf(row);
    const siblings = parent === undefined ? top : below.get(parent);
    if (siblings === undefined) below.set(parent as string, [row]);
    else siblings.push(row);
  }
  return { top, below };
}

const pageSize = 100;

/**
 * All tasks of the project, if they are more than expected. They also tell how
 * many subtasks each has, which is worth it where there are many parents.
 */
async function projectNow(
  send: Send,
  index: SharedIndex,
  { top, below }: Created
): Promise<Task[] | undefined> {
  const isWorthIt = below.size > index.size / pageSize + 1;
  const isNeeded =
    isWorthIt ||
    (top.length > 0 && (await countTasks(send, index.projectGid)) > index.size);
  if (!isNeeded) return undefined;
  return readProject(send, index.projectGid, [
    ...fieldsOf(index),
    ...(below.size > 0 ? ['num_subtasks'] : []),
  ]);
}

const fieldsOf = ({ key }: SharedIndex): string[] => [
  ...key.fields,
  'created_at',
];

function doubles(
  { key }: SharedIndex,
  tasks: readonly Task[],
  rows: readonly Row[]
): Duplicate[] {
  const now = createIndex(key, tasks);
  return rows
    .map(row => ({
      key: row.key,
      gids: now.find(row.key).map(({ gid }) => gid),
    }))
    .filter(({ gids }) => gids.length > 1);
}

async function countTasks(send: Send, projectGid: string): Promise<number> {
  const request = toRequest(endpoints.getTaskCountsForProject, {
    gids: [projectGid],
    params: { opt_fields: 'num_tasks' },
  });
  const { body } = judgeData(request, await send(request));
  return Number((body.data as { num_tasks?: unknown }).num_tasks ?? 0);
}
