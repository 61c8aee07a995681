import type { MemberHolder, Membership, Team, User } from '../entities.js';
import type { World } from '../world.js';
import { toProjectMembership } from '../shapes/membership.js';
import { remove } from './arrays.js';
import { tellMove } from './tell.js';

/** Makes someone, or a whole team, a member of something. */
export function addMember(
  world: World,
  user: User,
  parent: MemberHolder,
  member: User | Team,
  access_level: string
): Membership {
  const membership = world.store.memberships.add({
    gid: world.nextGid(),
    resource_type: 'membership',
    resource_subtype: `${parent.resource_type}_membership`,
    parent,
    member,
    access_level,
  });
  parent.memberships.push(membership);
  tell(world, user, membership, 'added');
  return membership;
}

/** Tells of the members of a project; those of other things are not told. */
function tell(
  world: World,
  user: User,
  membership: Membership,
  action: 'added' | 'removed'
): void {
  const { parent } = membership;
  if (parent.resource_type !== 'project') return;
  tellMove(world, user, toProjectMembership(membership), action, parent);
}

/** The membership of a person, if there is one. */
export const membershipOf = (
  { memberships }: MemberHolder,
  person: User
): Membership | undefined =>
  memberships.find(({ member }) => member === person);

/** Makes someone a member who is none yet. */
export function join(
  world: World,
  user: User,
  parent: MemberHolder,
  person: User,
  access_level: string
): void {
  if (!membershipOf(parent, person)) {
    addMember(world, user, parent, person, access_level);
  }
}

/** Ends a membership, if there is one. */
export function leave(
  world: World,
  user: User,
  parent: MemberHolder,
  person: User
): void {
  const membership = membershipOf(parent, person);
  if (membership) removeMember(world, user, membership);
}

/** Ends a membership. Who follows something is a member of it. */
export function removeMember(
  world: World,
  user: User,
  membership: Membership
): void {
  const { parent, member } = membership;
  remove(parent.memberships, membership);
  if (parent.followers && member.resource_type === 'user') {
    remove(parent.followers, member);
  }
  tell(world, user, membership, 'removed');
  world.store.memberships.delete(membership);
}

/** The people among the members, without those who are there as a team. */
export const peopleOf = ({ memberships }: MemberHolder): User[] =>
  memberships
    .map(({ member }) => member)
    .filter((member): member is User => member.resource_type === 'user');
