import { checkAccess } from './access.js';
import type { Context } from './behaviour.js';
import { ApiError } from './errors.js';
import type { Entity, Task, User } from './entities.js';
import { findByGid, findTask, matchUser } from './lookup.js';
import type { Collection } from './store.js';

/** The object that the path names. */
export function fromPath<T extends Entity>(
  { world, user, path }: Context,
  collection: Collection<T>,
  name = `${collection.type}_gid`
): T {
  const { store } = world;
  const found = findByGid(store, collection, path[name], collection.type, 404);
  return checkAccess(user, found);
}

/** The task that the path names. */
export function taskFromPath({ world, user, path }: Context): Task {
  const found = findTask(world.store, path['task_gid'], 'task', 404);
  return checkAccess(user, found);
}

/** The user that the path names: `me`, an e-mail address or a gid. */
export function userFromPath(context: Context): User {
  const { world, user, path } = context;
  const value = path['user_gid'] ?? '';
  const found = matchUser(world.store, user, value);
  if (found) return found;
  if (value.includes('@')) {
    throw new ApiError(404, `user: Unknown object: ${value}`);
  }
  return fromPath(context, world.store.users);
}
