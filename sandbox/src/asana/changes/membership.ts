import type { MemberHolder, Membership, Team, User } from '../entities.js';
import type { World } from '../world.js';
import { remove } from './arrays.js';

/** Makes someone, or a whole team, a member of something. */
export function addMember(
  world: World,
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
  return membership;
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
  parent: MemberHolder,
  person: User,
  access_level: string
): void {
  if (!membershipOf(parent, person)) {
    addMember(world, parent, person, access_level);
  }
}

/** Ends a membership, if there is one. */
export function leave(world: World, parent: MemberHolder, person: User): void {
  const membership = membershipOf(parent, person);
  if (membership) removeMember(world, membership);
}

/** Ends a membership. Who follows something is a member of it. */
export function removeMember(world: World, membership: Membership): void {
  const { parent, member } = membership;
  remove(parent.memberships, membership);
  if (parent.followers && member.resource_type === 'user') {
    remove(parent.followers, member);
  }
  world.store.memberships.delete(membership);
}

/** The people among the members, without those who are there as a team. */
export const peopleOf = ({ memberships }: MemberHolder): User[] =>
  memberships
    .map(({ member }) => member)
    .filter((member): member is User => member.resource_type === 'user');
