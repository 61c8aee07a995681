import { ApiError, badField } from './errors.js';
import type { Entity, Task, User, Workspace } from './entities.js';
import type { Collection, Store } from './store.js';
import { shown } from './input.js';

const digits = /^\d+$/;

/** A gid as JSON has it: a string. Asana tells other types apart. */
export function asGid(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw badField(field, `Not a valid GID type: ${typeof value}`);
}

/**
 * Finds the object that a gid names, or throws as Asana does. Which of the two
 * texts it uses is not documented; both are seen. Here: `Not a recognized ID`
 * for what is no gid or the gid of something else, `Unknown object` for a
 * well-formed gid of nothing.
 * @param field What the message starts with.
 * @param missing The status when nothing is found.
 */
export function findByGid<T extends Entity>(
  store: Store,
  collection: Collection<T>,
  value: unknown,
  field: string,
  missing: 400 | 404 = 400
): T {
  const gid = asGid(value, field);
  const found = collection.get(gid);
  if (found) return found;
  if (!digits.test(gid)) {
    throw badField(field, `Not a recognized ID: ${gid}`);
  }
  const text =
    Number(gid) === 0 || store.knows(gid)
      ? // A gid of zeros was echoed as a number.
        `Not a recognized ID: ${Number(gid) === 0 ? '0' : gid}`
      : `Unknown object: ${gid}`;
  throw new ApiError(missing, `${field}: ${text}`);
}

/** Finds a task, also by `external:` and the gid of its external data. */
export function findTask(
  store: Store,
  value: unknown,
  field = 'task',
  missing: 400 | 404 = 400
): Task {
  const gid = asGid(value, field);
  if (!gid.startsWith('external:')) {
    return findByGid(store, store.tasks, gid, field, missing);
  }
  const task = store.externalTasks.get(gid.slice('external:'.length));
  if (!task) {
    throw new ApiError(missing, `${field}: Unknown object: ${gid}`);
  }
  return task;
}

/** A user by `me`, e-mail address or gid. */
export function matchUser(
  store: Store,
  caller: User,
  value: string
): User | undefined {
  if (value === 'me') return caller;
  if (!value.includes('@')) return store.users.get(value);
  const email = value.toLowerCase();
  return store.users.all().find(user => user.email?.toLowerCase() === email);
}

/** A user by `me`, e-mail address or gid, or a refusal as for other objects. */
export function findUser(
  store: Store,
  caller: User,
  value: string,
  field = 'user',
  missing: 400 | 404 = 400
): User {
  const found = matchUser(store, caller, value);
  if (found) return found;
  if (value.includes('@')) {
    throw new ApiError(missing, `${field}: Unknown object: ${value}`);
  }
  return findByGid(store, store.users, value, field, missing);
}

/** A user in the body of a request: someone of the workspace. */
export function findMember(
  store: Store,
  caller: User,
  workspace: Workspace,
  value: unknown,
  field: string
): User {
  if (typeof value !== 'string') {
    throw badField(field, `Not a valid GID type: ${typeof value}`);
  }
  const user = matchUser(store, caller, value);
  if (user && workspace.users.includes(user)) return user;
  throw badField(
    field,
    workspace.is_organization
      ? `Not a user in Organization: ${shown(value)}`
      : `Not a user in Workspace: ${workspace.gid}`
  );
}

/** The items of a list, each found by its own look-up. */
export function findEach<T>(
  values: readonly unknown[],
  field: string,
  find: (value: unknown, field: string) => T
): T[] {
  return values.map((value, index) => find(value, `${field}: [${index}]`));
}
