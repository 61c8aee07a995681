import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { addMember, removeMember } from '../changes/project.js';
import type { Project, Team, User } from '../entities.js';
import { badField, badRequest, missingInput } from '../errors.js';
import { fromPath } from '../from-path.js';
import { userFromQuery } from '../from-query.js';
import { readChoice, requireInput } from '../input.js';
import { asGid, findByGid, findMember } from '../lookup.js';
import { toProjectMembership } from '../shapes/membership.js';

const levels = ['admin', 'editor', 'commenter', 'viewer'] as const;

const membershipFromPath = (context: Context, name?: string) =>
  fromPath(context, context.world.store.memberships, name);

/** A team or a user: this is the only endpoint which takes both. */
function findAny(
  { world, user }: Context,
  { workspace }: Project,
  value: unknown
): User | Team {
  return (
    world.store.teams.get(asGid(value, 'member')) ??
    findMember(world.store, user, workspace, value, 'member')
  );
}

const createMembership: Behaviour = context => {
  const { world, data } = context;
  const { store } = world;
  const gid = requireInput(data, 'parent');
  // Goals, portfolios and custom fields have memberships too, but the sandbox
  // knows those of projects only.
  const project = findByGid(store, store.projects, gid, 'parent');
  const member = findAny(context, project, requireInput(data, 'member'));
  const level = readChoice(data, 'access_level', levels);
  const held = project.memberships.find(each => each.member === member);
  if (held) throw badField('member', `Already a member: ${member.gid}`);
  return addMember(
    world,
    project,
    member,
    level ?? project.default_access_level
  );
};

const getMemberships: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const parent = query.get('parent');
  const member =
    store.teams.get(query.get('member') ?? '') ??
    userFromQuery(context, 'member');
  if (!parent && !member) {
    throw badRequest('You should specify one of parent, member');
  }
  const all = parent
    ? findByGid(store, store.projects, parent, 'parent').memberships
    : store.memberships.all();
  return list(all, membership => !member || membership.member === member);
};

const updateMembership: Behaviour = context => {
  const membership = membershipFromPath(context);
  const level = readChoice(context.data, 'access_level', levels);
  if (!level) throw missingInput('access_level');
  membership.access_level = level;
  return membership;
};

const deleteMembership: Behaviour = context => {
  removeMember(context.world, membershipFromPath(context));
  return undefined;
};

const getProjectMembershipsForProject: Behaviour = context => {
  const project = fromPath(context, context.world.store.projects);
  const user = userFromQuery(context);
  const memberships = project.memberships.filter(
    ({ member }) => !user || member === user
  );
  return list(memberships.map(toProjectMembership));
};

export const memberships = {
  createMembership,
  getMembership: context => membershipFromPath(context),
  getMemberships,
  updateMembership,
  deleteMembership,
  getProjectMembership: context =>
    toProjectMembership(membershipFromPath(context, 'project_membership_gid')),
  getProjectMembershipsForProject,
} satisfies Behaviours;
