import type { Context } from './behaviour.js';
import type { User, Workspace } from './entities.js';
import { badRequest } from './errors.js';
import { requireQuery } from './input.js';
import { findByGid, findUser } from './lookup.js';

/** The workspace that the query must name. */
export function workspaceFromQuery({ world, query }: Context): Workspace {
  const { store } = world;
  const gid = requireQuery(query, 'workspace');
  return findByGid(store, store.workspaces, gid, 'workspace');
}

/**
 * The workspace of a list: the one in the query, or else the only one that
 * the caller is in.
 */
export function workspaceOfList(context: Context): Workspace {
  const { user, query } = context;
  if (query.get('workspace')) return workspaceFromQuery(context);
  const [workspace, another] = user.workspaces;
  if (!workspace || another) {
    throw badRequest('You should specify one of workspace, team');
  }
  return workspace;
}

/** The user whom the query may name: by `me`, e-mail address or gid. */
export function userFromQuery(
  { world, user, query }: Context,
  name = 'user'
): User | undefined {
  const value = query.get(name);
  return value ? findUser(world.store, user, value, name) : undefined;
}
