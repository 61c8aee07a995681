import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { joinWorkspace } from '../changes/people.js';
import { remove } from '../changes/arrays.js';
import { ApiError } from '../errors.js';
import { fromPath } from '../from-path.js';
import { readText, requireText } from '../input.js';
import { findMember, matchUser } from '../lookup.js';

const workspaceFromPath = (context: Context) =>
  fromPath(context, context.world.store.workspaces);

const updateWorkspace: Behaviour = context => {
  const workspace = workspaceFromPath(context);
  workspace.name = readText(context.data, 'name') ?? workspace.name;
  return workspace;
};

const addUserForWorkspace: Behaviour = context => {
  const { world, user, data } = context;
  const workspace = workspaceFromPath(context);
  const value = requireText(data, 'user');
  const added = matchUser(world.store, user, value);
  // Asana would invite a stranger; the sandbox knows only its seed's people.
  if (!added) throw new ApiError(400, `user: Unknown object: ${value}`);
  joinWorkspace(world, added, workspace);
  return added;
};

const removeUserForWorkspace: Behaviour = context => {
  const { world, user, data } = context;
  const workspace = workspaceFromPath(context);
  const member = findMember(
    world.store,
    user,
    workspace,
    requireText(data, 'user'),
    'user'
  );
  remove(workspace.users, member);
  remove(member.workspaces, workspace);
  const { workspaceMemberships } = world.store;
  for (const held of workspaceMemberships) {
    const isMeant = held.user === member && held.workspace === workspace;
    if (isMeant) workspaceMemberships.delete(held);
  }
  return undefined;
};

export const workspaces = {
  getWorkspaces: ({ user }) => list(user.workspaces),
  getWorkspace: workspaceFromPath,
  updateWorkspace,
  addUserForWorkspace,
  removeUserForWorkspace,
} satisfies Behaviours;
