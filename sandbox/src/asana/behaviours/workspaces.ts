import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { changeFields } from '../changes/change-fields.js';
import { joinWorkspace, leaveWorkspace } from '../changes/people.js';
import { fromPath } from '../from-path.js';
import { readText, requireText } from '../input.js';
import { findMember, findUser } from '../lookup.js';
import { toAddedUser } from '../shapes/people.js';

const workspaceFromPath = (context: Context) =>
  fromPath(context, context.world.store.workspaces);

const updateWorkspace: Behaviour = context => {
  const { world, user, data } = context;
  const workspace = workspaceFromPath(context);
  const name = readText(data, 'name') ?? workspace.name;
  changeFields(world, user, workspace, { name });
  return workspace;
};

const addUserForWorkspace: Behaviour = context => {
  const { world, user, data } = context;
  const workspace = workspaceFromPath(context);
  // Asana would invite a stranger; the sandbox knows only its seed's people.
  const added = findUser(world.store, user, requireText(data, 'user'));
  joinWorkspace(world, user, added, workspace);
  return toAddedUser(added);
};

const removeUserForWorkspace: Behaviour = context => {
  const { world, user, data } = context;
  const workspace = workspaceFromPath(context);
  const value = requireText(data, 'user');
  const member = findMember(world.store, user, workspace, value, 'user');
  leaveWorkspace(world, user, member, workspace);
  return undefined;
};

export const workspaces = {
  getWorkspaces: ({ user }) => list(user.workspaces),
  getWorkspace: workspaceFromPath,
  updateWorkspace,
  addUserForWorkspace,
  removeUserForWorkspace,
} satisfies Behaviours;
