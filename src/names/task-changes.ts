import { hasNames } from './has-names.js';
import type { Names } from './names.js';
import { resolveTaskData } from './task-data.js';

/**
 * The changes of a task, with gids in place of names. Where the task is has to
 * be read only for names. `section`, which Asana does not change this way, is
 * left to its answer.
 */
export async function resolveTaskChanges(
  names: Names,
  taskGid: string,
  { section, ...data }: Record<string, unknown>,
  operation: string
): Promise<Record<string, unknown>> {
  const rest = section === undefined ? {} : { section };
  if (!hasNames(data)) return { ...data, ...rest };
  const home = await names.homeOf(taskGid);
  const resolved = await resolveTaskData(names, data, { operation, ...home });
  return { ...resolved, ...rest };
}
