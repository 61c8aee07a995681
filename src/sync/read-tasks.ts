import { toListing } from '../core/list.js';
import { oneAhead } from '../core/one-ahead.js';
import { paginate } from '../core/paginate.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { Endpoint } from '../types.js';
import type { Task } from './key.js';

/** Reads a list of tasks, with some of their fields. */
async function read(
  send: Send,
  endpoint: Endpoint,
  gid: string,
  fields: readonly string[]
): Promise<Task[]> {
  const listing = toListing('upsert', endpoint, {
    gids: [gid],
    params: { opt_fields: fields },
  });
  const tasks: Task[] = [];
  for await (const page of oneAhead(paginate(send, listing))) {
    for (const task of page.body.data as Task[]) tasks.push(task);
  }
  return tasks;
}

export const readProject = (
  send: Send,
  projectGid: string,
  fields: readonly string[]
): Promise<Task[]> =>
  read(send, endpoints.getTasksForProject, projectGid, fields);

export const readSubtasks = (
  send: Send,
  taskGid: string,
  fields: readonly string[]
): Promise<Task[]> => read(send, endpoints.getSubtasksForTask, taskGid, fields);
