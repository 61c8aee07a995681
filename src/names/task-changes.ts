import { invalidArgument } from '../errors.js';
import { hasNames } from './has-names.js';
import { isEmpty } from './is-empty.js';
import type { Names } from './names.js';
import { toPlainFields } from './plain-fields.js';
import { resolveTaskData } from './task-data.js';

/**
 * The changes of a task, with gids in place of names. Where the task is has to
 * be read only for names. A `section` that a form left empty changes nothing.
 *
 * @throws INVALID_ARGUMENT for a `section`, which Asana does not change so.
 */
export async function resolveTaskChanges(
  names: Names,
  taskGid: string,
  { section, ...data }: Record<string, unknown>,
  operation: string
): Promise<Record<string, unknown>> {
  if (!isEmpty(section)) {
    throw invalidArgument(
      operation,
      'Asana does not change the "section" of a task that exists this way',
      'Use upsertTask or upsertTasks, which keep "section" in step; or leave it out here and move the task: request("/sections/<gid of the section>/addTask", { method: "POST", body: { data: { task: "<gid of the task>" } } }).'
    );
  }
  if (!hasNames(data)) return toPlainFields(data);
  const home = await names.homeOf(taskGid);
  return resolveTaskData(names, data, { operation, ...home });
}
