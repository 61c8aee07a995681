import { checkAccess } from './access.js';
import type { Context } from './behaviour.js';
import type { Entity, Task, User } from './entities.js';
import { findByGid, findTask, findUser } from './lookup.js';
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
export function userFromPath({ world, user, path }: Context): User {
  return findUser(world.store, user, path['user_gid'] ?? '', 'user', 404);
}
