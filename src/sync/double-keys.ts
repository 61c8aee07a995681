import { toRequest } from '../core/endpoint.js';
import { judgeData } from '../core/judge.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { SharedIndex } from './indexes.js';
import type { Duplicate } from './plan.js';
import { createIndex } from './project-index.js';
import { readProject } from './read-tasks.js';

/**
 * The keys, of those that were created, that another run created at the same
 * time: neither could see what the other was about to do. Asana's count of the
 * tasks shows whether there is anything to look for.
 */
export async function doubleKeys(
  send: Send,
  index: SharedIndex,
  created: readonly string[]
): Promise<Duplicate[]> {
  if (created.length === 0) return [];
  try {
    if ((await countTasks(send, index.projectGid)) <= index.size) return [];
    const fields = [...index.key.fields, 'created_at'];
    const tasks = await readProject(send, index.projectGid, fields);
    const now = createIndex(index.key, tasks);
    return created
      .map(key => ({ key, gids: now.find(key).map(({ gid }) => gid) }))
      .filter(({ gids }) => gids.length > 1);
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    // All rows are written: that they could not be counted is no failure.
    console.warn(
      `Whether another run created the same tasks could not be seen: ${error.message}`
    );
    return [];
  }
}

async function countTasks(send: Send, projectGid: string): Promise<number> {
  const request = toRequest(endpoints.getTaskCountsForProject, {
    gids: [projectGid],
    params: { opt_fields: 'num_tasks' },
  });
  const { body } = judgeData(request, await send(request));
  return Number((body.data as { num_tasks?: unknown }).num_tasks ?? 0);
}
