import type { Behaviour, Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import { badRequest } from '../errors.js';
import { fromPath, userFromPath } from '../from-path.js';
import { userFromQuery, workspaceFromQuery } from '../from-query.js';
import { findByGid } from '../lookup.js';

const getTeamMemberships: Behaviour = context => {
  const { query } = context;
  const { store } = context.world;
  const gid = query.get('team');
  const user = userFromQuery(context);
  const workspace = query.get('workspace')
    ? workspaceFromQuery(context)
    : undefined;
  if (!gid && !(user && workspace)) {
    throw badRequest('You should specify one of team, user + workspace');
  }
  const team = gid ? findByGid(store, store.teams, gid, 'team') : undefined;
  return list(
    store.teamMemberships.all(),
    held =>
      (!team || held.team === team) &&
      (!user || held.user === user) &&
      (!workspace || held.team.organization === workspace)
  );
};

const getTeamMembershipsForTeam: Behaviour = context => {
  const { store } = context.world;
  const team = fromPath(context, store.teams);
  return list(store.teamMemberships.all(), held => held.team === team);
};

const getTeamMembershipsForUser: Behaviour = context => {
  const user = userFromPath(context);
  const organization = workspaceFromQuery(context);
  return list(
    context.world.store.teamMemberships.all(),
    held => held.user === user && held.team.organization === organization
  );
};

const getWorkspaceMembershipsForUser: Behaviour = context => {
  const user = userFromPath(context);
  const { workspaceMemberships } = context.world.store;
  return list(workspaceMemberships.all(), held => held.user === user);
};

const getWorkspaceMembershipsForWorkspace: Behaviour = context => {
  const { store } = context.world;
  const workspace = fromPath(context, store.workspaces);
  const user = userFromQuery(context);
  return list(
    store.workspaceMemberships.all(),
    held => held.workspace === workspace && (!user || held.user === user)
  );
};

/** Who belongs to which team and to which workspace. */
export const peopleMemberships = {
  getTeamMembership: context =>
    fromPath(context, context.world.store.teamMemberships),
  getTeamMemberships,
  getTeamMembershipsForTeam,
  getTeamMembershipsForUser,
  getWorkspaceMembership: context =>
    fromPath(context, context.world.store.workspaceMemberships),
  getWorkspaceMembershipsForUser,
  getWorkspaceMembershipsForWorkspace,
} satisfies Behaviours;
