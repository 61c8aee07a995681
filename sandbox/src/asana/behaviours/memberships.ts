import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { addMember, removeMember } from '../changes/membership.js';
import type { MemberHolder, Team, User } from '../entities.js';
import { ApiError, badField, badRequest, missingInput } from '../errors.js';
import type { CustomType } from '../families/custom-types.js';
import type { Goal } from '../families/goals.js';
import type { Portfolio } from '../families/portfolios.js';
import { fromPath } from '../from-path.js';
import { userFromQuery } from '../from-query.js';
import type { Data } from '../input.js';
import { readChoice, requireInput } from '../input.js';
import { asGid, findByGid, findMember } from '../lookup.js';
import { anyOf } from '../plain/readers.js';
import { toProjectMembership } from '../shapes/membership.js';

/** The access levels by what the membership is of. */
const levels: Readonly<Record<string, readonly string[]>> = {
  project: ['admin', 'editor', 'commenter', 'viewer'],
  goal: ['admin', 'editor', 'commenter', 'viewer'],
  portfolio: ['admin', 'editor', 'viewer'],
  custom_field: ['admin', 'editor', 'user'],
  custom_type: ['admin', 'editor', 'user', 'viewer'],
};

/** What a member gets who is let in without a level. */
function defaultLevel(parent: MemberHolder): string {
  const own: unknown = Reflect.get(parent, 'default_access_level');
  if (parent.resource_type === 'goal') return 'commenter';
  const known = levels[parent.resource_type] ?? [];
  return known.find(level => level === own) ?? 'user';
}

/** `role` is the old name of the access level. */
function readLevel(data: Data, parent: MemberHolder): string | undefined {
  const known = levels[parent.resource_type] ?? [];
  return (
    readChoice(data, 'access_level', known) ?? readChoice(data, 'role', known)
  );
}

const readParent = anyOf<MemberHolder>(
  store => store.projects,
  store => store.of<Goal>('goal'),
  store => store.of<Portfolio>('portfolio'),
  store => store.customFields,
  store => store.of<CustomType>('custom_type')
);

const membershipFromPath = (context: Context) =>
  fromPath(context, context.world.store.memberships);

/** A team or a user: this is the only endpoint which takes both. */
function findAny(
  { world, user }: Context,
  { workspace }: MemberHolder,
  value: unknown
): User | Team {
  return (
    world.store.teams.get(asGid(value, 'member')) ??
    findMember(world.store, user, workspace, value, 'member')
  );
}

const createMembership: Behaviour = context => {
  const { world, user, data } = context;
  requireInput(data, 'parent');
  const parent = readParent(data, 'parent', context);
  const member = findAny(context, parent, requireInput(data, 'member'));
  const level = readLevel(data, parent);
  const held = parent.memberships.find(each => each.member === member);
  if (held) throw badField('member', `Already a member: ${member.gid}`);
  return addMember(world, user, parent, member, level ?? defaultLevel(parent));
};

const getMemberships: Behaviour = context => {
  const { world, query } = context;
  const { store } = world;
  const parent = query.get('parent');
  const subtype = query.get('resource_subtype');
  const member =
    store.teams.get(query.get('member') ?? '') ??
    userFromQuery(context, 'member');
  if (!parent && !member) {
    throw badRequest('You should specify one of parent, member');
  }
  const all = parent
    ? readParent({ parent }, 'parent', context).memberships
    : store.memberships.all();
  return list(
    all,
    held =>
      (!member || held.member === member) &&
      (!subtype || held.resource_subtype === subtype)
  );
};

const updateMembership: Behaviour = context => {
  const membership = membershipFromPath(context);
  const level = readLevel(context.data, membership.parent);
  if (!level) throw missingInput('access_level');
  membership.access_level = level;
  return membership;
};

const deleteMembership: Behaviour = context => {
  const { world, user } = context;
  removeMember(world, user, membershipFromPath(context));
  return undefined;
};

/** The older operations know the memberships of projects only. */
const getProjectMembership: Behaviour = ({ world, path }) => {
  const gid = path['project_membership_gid'];
  const { memberships } = world.store;
  const held = findByGid(world.store, memberships, gid, 'membership', 404);
  if (held.parent.resource_type === 'project') return toProjectMembership(held);
  throw new ApiError(404, `membership: Unknown object: ${gid}`);
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
  getMembership: membershipFromPath,
  getMemberships,
  updateMembership,
  deleteMembership,
  getProjectMembership,
  getProjectMembershipsForProject,
} satisfies Behaviours;
