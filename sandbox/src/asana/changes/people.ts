import type { Team, TeamMembership, User, Workspace } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { addOnce, remove } from './arrays.js';
import { removeMember } from './membership.js';
import { tellMove } from './tell.js';

/** Adds an organization or a plain workspace. */
export function addWorkspace(
  world: World,
  name: string,
  is_organization: boolean,
  email_domains: string[]
): Workspace {
  return world.store.workspaces.add({
    gid: world.nextGid(),
    resource_type: 'workspace',
    name,
    is_organization,
    email_domains,
    users: [],
    teams: [],
    projects: [],
    tags: [],
    custom_fields: [],
  });
}

/** Adds a person who is in no workspace yet. */
export function addUser(world: World, name: string, email?: string): User {
  return world.store.users.add({
    gid: world.nextGid(),
    resource_type: 'user',
    name,
    ...(email !== undefined && { email }),
    photo: null,
    workspaces: [],
    tasks: [],
  });
}

/** Lets a person into a workspace, with a task list of their own. */
export function joinWorkspace(
  world: World,
  by: User,
  user: User,
  workspace: Workspace
): void {
  if (!addOnce(workspace.users, user)) return;
  user.workspaces.push(workspace);
  const user_task_list = world.store.userTaskLists.add({
    gid: world.nextGid(),
    resource_type: 'user_task_list',
    name: `My tasks in ${workspace.name}`,
    owner: user,
    workspace,
  });
  const membership = world.store.workspaceMemberships.add({
    gid: world.nextGid(),
    resource_type: 'workspace_membership',
    user,
    workspace,
    user_task_list,
    created_at: timestamp(world),
  });
  tellMove(world, by, membership, 'added', workspace);
}

/** Takes a person out of a workspace, its teams and its projects. */
export function leaveWorkspace(
  world: World,
  by: User,
  user: User,
  workspace: Workspace
): void {
  const { memberships, userTaskLists, workspaceMemberships } = world.store;
  for (const team of workspace.teams) leaveTeam(world, by, user, team);
  for (const held of memberships.all()) {
    const { parent, member } = held;
    if (member === user && parent.workspace === workspace) {
      removeMember(world, by, held);
    }
  }
  for (const held of workspaceMemberships.all()) {
    if (held.user !== user || held.workspace !== workspace) continue;
    tellMove(world, by, held, 'removed', workspace);
    workspaceMemberships.delete(held);
    userTaskLists.delete(held.user_task_list);
  }
  remove(workspace.users, user);
  remove(user.workspaces, workspace);
}

/** Adds a team to an organization. */
export function addTeam(
  world: World,
  by: User,
  organization: Workspace,
  name: string
): Team {
  const team = world.store.teams.add({
    gid: world.nextGid(),
    resource_type: 'team',
    name,
    description: '',
    organization,
    members: [],
    projects: [],
    custom_field_settings: [],
  });
  organization.teams.push(team);
  tellMove(world, by, team, 'added', organization);
  return team;
}

/** Lets a person into a team. */
export function joinTeam(
  world: World,
  by: User,
  user: User,
  team: Team
): TeamMembership {
  const known = world.store.teamMemberships
    .all()
    .find(held => held.user === user && held.team === team);
  if (known) return known;
  team.members.push(user);
  const membership = world.store.teamMemberships.add({
    gid: world.nextGid(),
    resource_type: 'team_membership',
    user,
    team,
  });
  tellMove(world, by, membership, 'added', team);
  return membership;
}

/** Takes a person out of a team. */
export function leaveTeam(
  world: World,
  by: User,
  user: User,
  team: Team
): void {
  const { teamMemberships } = world.store;
  for (const held of teamMemberships.all()) {
    if (held.user !== user || held.team !== team) continue;
    tellMove(world, by, held, 'removed', team);
    teamMemberships.delete(held);
  }
  remove(team.members, user);
}
