import { ask } from '../core/ask.js';
import { toRequest } from '../core/endpoint.js';
import { toListing } from '../core/list.js';
import { oneAhead } from '../core/one-ahead.js';
import { paginate } from '../core/paginate.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Endpoint } from '../types.js';
import { toUnreadable, type Board, type Finding, type Task } from './board.js';
import type { EndpointArguments } from '../core/endpoint.js';

/** The tasks that stand in the project itself. */
export const listProject = (
  board: Board,
  opt_fields: readonly string[]
): Promise<Task[]> =>
  list(board, endpoints.getTasksForProject, {
    gids: [board.projectGid],
    params: { opt_fields },
  });

/** Those that were modified since; to move a task does not modify it. */
export const listModified = (
  board: Board,
  opt_fields: readonly string[],
  modified_since: string
): Promise<Task[]> =>
  list(board, endpoints.getTasks, {
    params: { project: board.projectGid, modified_since, opt_fields },
  });

/** The subtasks of a task, none of one that is gone by now. */
export async function listSubtasks(
  board: Board,
  taskGid: string,
  opt_fields: readonly string[]
): Promise<Task[]> {
  try {
    return await list(board, endpoints.getSubtasksForTask, {
      gids: [taskGid],
      params: { opt_fields },
    });
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (error.statusCode === 403) {
      board.closed.set(taskGid, toUnreadable(taskGid, error));
    }
    return [];
  }
}

/** A task, or what is there in place of it. */
export async function readTask(
  { send }: Board,
  gid: string,
  opt_fields: readonly string[]
): Promise<Finding> {
  const request = toRequest(endpoints.getTask, {
    gids: [gid],
    params: { opt_fields },
  });
  try {
    const { body } = await ask(send, request);
    return { kind: 'changed', task: body.data as Task };
  } catch (error) {
    if (!isMissing(error)) throw error;
    return error.statusCode === 404
      ? { kind: 'deleted' }
      : { kind: 'unreadable', error: toUnreadable(gid, error) };
  }
}

/** Gone, or not for this token: to be told, and no reason to stop. */
const isMissing = (error: unknown): error is AsanaError =>
  error instanceof AsanaError &&
  (error.statusCode === 404 || error.statusCode === 403);

async function list(
  { send, operation }: Board,
  endpoint: Endpoint,
  given: EndpointArguments
): Promise<Task[]> {
  const tasks: Task[] = [];
  const pages = paginate(send, toListing(operation, endpoint, given));
  for await (const page of oneAhead(pages)) {
    for (const task of page.body.data as Task[]) tasks.push(task);
  }
  return tasks;
}
