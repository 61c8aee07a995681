import { AsanaError } from '../errors.js';
import { projectsOf, resolveHomes } from '../names/homes.js';
import type { Names } from '../names/names.js';
import { resolveTaskData, type TaskContext } from '../names/task-data.js';

/**
 * A row with gids in place of names. What the project of the upsert does not
 * know is looked for in the other projects of the row: first of all there,
 * because a name may mean something else in each.
 */
export async function resolveRow(
  names: Names,
  data: Record<string, unknown>,
  context: TaskContext
): Promise<Record<string, unknown>> {
  try {
    return await resolveTaskData(names, data, context);
  } catch (error) {
    const isUnknown =
      error instanceof AsanaError && error.code === 'UNKNOWN_NAME';
    if (!isUnknown || !('custom_fields' in data)) throw error;
    const { projects } = context;
    const own = projectsOf(await resolveHomes(names, data, context));
    const others = own.filter(gid => !projects.includes(gid));
    if (others.length === 0) throw error;
    return resolveTaskData(names, data, {
      ...context,
      projects: [...projects, ...others],
    });
  }
}
