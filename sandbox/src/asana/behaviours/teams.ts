import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { changeFields } from '../changes/change-fields.js';
import { addTeam, joinTeam, leaveTeam } from '../changes/people.js';
import type { Workspace } from '../entities.js';
import { fromPath, userFromPath } from '../from-path.js';
import { readText, requireInput, requireQuery, requireText } from '../input.js';
import { findByGid, findMember } from '../lookup.js';

const teamFromPath = (context: Context) =>
  fromPath(context, context.world.store.teams);

function organizationOf({ world }: Context, gid: unknown): Workspace {
  const { store } = world;
  return findByGid(store, store.workspaces, gid, 'organization');
}

const createTeam: Behaviour = context => {
  const { world, user, data } = context;
  const organization = requireInput(data, 'organization');
  const name = requireText(data, 'name');
  const description = readText(data, 'description') ?? '';
  const team = addTeam(
    world,
    user,
    organizationOf(context, organization),
    name
  );
  team.description = description;
  joinTeam(world, user, user, team);
  return team;
};

const updateTeam: Behaviour = context => {
  const { world, user, data } = context;
  const team = teamFromPath(context);
  const changes = {
    name: readText(data, 'name') ?? team.name,
    description: readText(data, 'description') ?? team.description,
  };
  changeFields(world, user, team, changes);
  return team;
};

const getTeamsForUser: Behaviour = context => {
  const gid = requireQuery(context.query, 'organization');
  const user = userFromPath(context);
  const { teams } = organizationOf(context, gid);
  return list(teams.filter(team => team.members.includes(user)));
};

const addUserForTeam: Behaviour = context => {
  const { world, user, data } = context;
  const team = teamFromPath(context);
  const { organization } = team;
  const value = requireInput(data, 'user');
  const added = findMember(world.store, user, organization, value, 'user');
  return joinTeam(world, user, added, team);
};

const removeUserForTeam: Behaviour = context => {
  const { world, user, data } = context;
  const team = teamFromPath(context);
  const { organization } = team;
  const value = requireInput(data, 'user');
  const member = findMember(world.store, user, organization, value, 'user');
  leaveTeam(world, user, member, team);
  return undefined;
};

export const teams = {
  getTeam: teamFromPath,
  getTeamsForWorkspace: context =>
    list(fromPath(context, context.world.store.workspaces).teams),
  getTeamsForUser,
  createTeam,
  updateTeam,
  addUserForTeam,
  removeUserForTeam,
} satisfies Behaviours;
