import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { User } from '../entities.js';
import { ApiError } from '../errors.js';
import { fromPath, userFromPath } from '../from-path.js';
import { workspaceFromQuery, workspaceOfList } from '../from-query.js';
import { readText } from '../input.js';
import { findByGid } from '../lookup.js';

const byName = (a: { name: string }, b: { name: string }) =>
  a.name.localeCompare(b.name, 'en');

const getUsers: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const team = query.get('team');
  const users = team
    ? findByGid(store, store.teams, team, 'team').members
    : workspaceOfList(context).users;
  // Sorted by gid, which is the order of creation.
  return list([...users].sort((a, b) => a.gid.localeCompare(b.gid)));
};

/** The user of the path, who must be in the workspace of the path. */
function memberFromPath(context: Context): User {
  const { users } = fromPath(context, context.world.store.workspaces);
  const user = userFromPath(context);
  if (users.includes(user)) return user;
  // Neither the status nor the wording is documented.
  throw new ApiError(404, `user: Unknown object: ${context.path['user_gid']}`);
}

/** Changes the user whom the path names in one of the two ways. */
const update =
  (find: (context: Context) => User): Behaviour =>
  context => {
    const user = find(context);
    user.name = readText(context.data, 'name') ?? user.name;
    return user;
  };

export const users = {
  getUsers,
  getUser: userFromPath,
  updateUser: update(userFromPath),
  getUsersForWorkspace: context =>
    list(
      [...fromPath(context, context.world.store.workspaces).users].sort(byName)
    ),
  getUsersForTeam: context =>
    list(
      [...fromPath(context, context.world.store.teams).members].sort(byName)
    ),
  getUserForWorkspace: memberFromPath,
  updateUserForWorkspace: update(memberFromPath),
} satisfies Behaviours;

const getUserTaskListForUser: Behaviour = context => {
  const owner = userFromPath(context);
  const workspace = workspaceFromQuery(context);
  return context.world.store.userTaskLists
    .all()
    .find(held => held.owner === owner && held.workspace === workspace);
};

export const userTaskLists = {
  getUserTaskList: context =>
    fromPath(context, context.world.store.userTaskLists),
  getUserTaskListForUser,
} satisfies Behaviours;
