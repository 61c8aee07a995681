import type { Behaviour, Behaviours } from '../behaviour.js';
import { list } from '../behaviour.js';
import { badRequest } from '../errors.js';
import { fromPath, userFromPath } from '../from-path.js';
import { requireQuery } from '../input.js';
import { findByGid } from '../lookup.js';

const getTeamMemberships: Behaviour = ({ world, user, query }) => {
  const { teamMemberships } = world.store;
  const [team, who, workspace] = ['team', 'user', 'workspace'].map(name =>
    query.get(name)
  );
  if (!team && !(who && workspace)) {
    throw badRequest('You should specify one of team, user + workspace');
  }
  const gid = who === 'me' ? user.gid : who;
  return list(
    teamMemberships.all(),
    held =>
      (!team || held.team.gid === team) &&
      (!gid || held.user.gid === gid) &&
      (!workspace || held.team.organization.gid === workspace)
  );
};

const getTeamMembershipsForUser: Behaviour = context => {
  const { store } = context.world;
  const user = userFromPath(context);
  const organization = findByGid(
    store,
    store.workspaces,
    requireQuery(context.query, 'workspace'),
    'workspace'
  );
  return list(
    store.teamMemberships.all(),
    held => held.user === user && held.team.organization === organization
  );
};

/** Who belongs to which team and to which workspace. */
export const peopleMemberships = {
  getTeamMembership: context =>
    fromPath(context, context.world.store.teamMemberships),
  getTeamMemberships,
  getTeamMembershipsForTeam: context => {
    const team = fromPath(context, context.world.store.teams);
    const { teamMemberships } = context.world.store;
    return list(teamMemberships.all(), held => held.team === team);
  },
  getTeamMembershipsForUser,
  getWorkspaceMembership: context =>
    fromPath(context, context.world.store.workspaceMemberships),
  getWorkspaceMembershipsForUser: context => {
    const user = userFromPath(context);
    const { workspaceMemberships } = context.world.store;
    return list(workspaceMemberships.all(), held => held.user === user);
  },
  getWorkspaceMembershipsForWorkspace: context => {
    const { world, query } = context;
    const workspace = fromPath(context, world.store.workspaces);
    const who = query.get('user');
    const gid = who === 'me' ? context.user.gid : who;
    return list(
      world.store.workspaceMemberships.all(),
      held =>
        held.workspace === workspace && (gid === null || held.user.gid === gid)
    );
  },
} satisfies Behaviours;
