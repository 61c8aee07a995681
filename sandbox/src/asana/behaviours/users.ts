import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Workspace } from '../entities.js';
import { badRequest } from '../errors.js';
import { fromPath, userFromPath } from '../from-path.js';
import { readText, requireQuery } from '../input.js';
import { findByGid } from '../lookup.js';

/**
 * The workspace of a list: the one in the query, or else the only one that
 * the caller is in.
 */
export function workspaceFromQuery({ world, user, query }: Context): Workspace {
  const { store } = world;
  const gid = query.get('workspace');
  if (gid) return findByGid(store, store.workspaces, gid, 'workspace');
  const [workspace, another] = user.workspaces;
  if (!workspace || another) {
    throw badRequest('You should specify one of workspace, team');
  }
  return workspace;
}

const byName = (a: { name: string }, b: { name: string }) =>
  a.name.localeCompare(b.name, 'en');

const getUsers: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const team = query.get('team');
  const users = team
    ? findByGid(store, store.teams, team, 'team').members
    : workspaceFromQuery(context).users;
  // Sorted by gid, which is the order of creation.
  return list([...users].sort((a, b) => a.gid.localeCompare(b.gid)));
};

const updateUser: Behaviour = context => {
  const user = userFromPath(context);
  user.name = readText(context.data, 'name') ?? user.name;
  return user;
};

export const users = {
  getUsers,
  getUser: userFromPath,
  updateUser,
  getUsersForWorkspace: context =>
    list(
      [...fromPath(context, context.world.store.workspaces).users].sort(byName)
    ),
  getUsersForTeam: context =>
    list(
      [...fromPath(context, context.world.store.teams).members].sort(byName)
    ),
  getUserForWorkspace: context => {
    fromPath(context, context.world.store.workspaces);
    return userFromPath(context);
  },
  updateUserForWorkspace: updateUser,
} satisfies Behaviours;

const getUserTaskListForUser: Behaviour = context => {
  const { store } = context.world;
  const owner = userFromPath(context);
  const workspace = findByGid(
    store,
    store.workspaces,
    requireQuery(context.query, 'workspace'),
    'workspace'
  );
  return store.userTaskLists
    .all()
    .find(held => held.owner === owner && held.workspace === workspace);
};

export const userTaskLists = {
  getUserTaskList: context =>
    fromPath(context, context.world.store.userTaskLists),
  getUserTaskListForUser,
} satisfies Behaviours;
