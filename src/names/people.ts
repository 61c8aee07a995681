import type { Names } from './names.js';
import { hasPeopleNames, toPerson } from './people-value.js';
import { workspaceFor, type TaskContext } from './task-context.js';

/** A person or a list of them; nothing is read unless there is a name. */
export async function resolvePeople(
  names: Names,
  given: unknown,
  context: TaskContext
): Promise<unknown> {
  if (!hasPeopleNames(given)) return given;
  const workspace = await workspaceFor(names, context, 'people');
  const users = await names.users(workspace);
  const toGid = (each: unknown): unknown =>
    typeof each === 'string' && hasPeopleNames(each)
      ? toPerson(users, each, context.operation)
      : each;
  return Array.isArray(given) ? given.map(toGid) : toGid(given);
}
