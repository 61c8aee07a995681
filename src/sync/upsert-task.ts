import lodash from 'lodash';
import { toRequest } from '../core/endpoint.js';
import { toListing } from '../core/list.js';
import { ask, readList } from '../core/operation.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { HttpResponse, State } from '../types.js';
import { createOnce, isAmbiguous } from './create-once.js';
import { isFoundAgain, isListed, type Row } from './found-again.js';
import { findByKey } from './match.js';
import { toNewTask } from './new-task.js';

/**
 * Updates the task of a project that has the key of a row, or creates it.
 *
 * @returns the answer of Asana, with the task as it is now.
 */
export async function upsertTask(
  state: State,
  operation: string,
  row: Row
): Promise<HttpResponse> {
  const { projectGid, externalId, key } = row;
  const data = toNewTask(row);
  const readTasks = async () => {
    const listing = toListing(operation, endpoints.getTasksForProject, {
      gids: [projectGid],
      params: { opt_fields: externalId },
    });
    return (await readList(state, listing)).body.data;
  };

  const tasks = await readTasks();
  const match = findByKey(tasks, externalId, key);
  if (match !== undefined) {
    console.log(`Task ${match.gid} has this ${externalId}: updating it`);
    return ask(
      state,
      toRequest(endpoints.updateTask, {
        gids: [match.gid],
        // Asana refuses both in an update.
        data: lodash.omit(data, ['projects', 'workspace']),
      })
    );
  }
  console.log(`No task with this ${externalId}: creating it`);
  if (!isListed({ ...row, data })) {
    console.warn(
      `The new task is not in the project ${projectGid}, so the next run will not find it there: give projects: ["${projectGid}"]`
    );
  }
  const create = () => ask(state, toRequest(endpoints.createTask, { data }));
  const find = async () => {
    const created = findByKey(await readTasks(), externalId, key);
    if (created === undefined) return undefined;
    console.log(`Task ${created.gid} was created all the same`);
    return ask(state, toRequest(endpoints.getTask, { gids: [created.gid] }));
  };
  const isSafe = isFoundAgain({ ...row, data }, tasks);
  try {
    return await (isSafe ? createOnce({ create, find }) : create());
  } catch (error) {
    throw isAmbiguous(error) ? inDoubt(error, isSafe, projectGid) : error;
  }
}

/** The same error, with advice for who uses an upsert already. */
const inDoubt = (
  error: AsanaError,
  isSafe: boolean,
  projectGid: string
): AsanaError =>
  new AsanaError(error.message, {
    ...error,
    description: isSafe
      ? 'There was no clear answer when the task was created, and it could not be found afterwards.'
      : 'There was no clear answer when the task was created. It was not sent again, because the task might not be found if it exists.',
    fix: isSafe
      ? 'Run the job again in some minutes: it looks for the task before it creates one.'
      : `Look in Asana whether the task is there before you run the job again. It is looked for by itself when the data has projects: ["${projectGid}"] and the external id is a field such as "name".`,
  });
