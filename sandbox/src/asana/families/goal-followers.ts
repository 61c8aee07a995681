import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { addOnce } from '../changes/arrays.js';
import { addMember, removeMember } from '../changes/membership.js';
import { tellChange } from '../changes/tell.js';
import type { User } from '../entities.js';
import { fromPath } from '../from-path.js';
import { readPeople } from '../people-input.js';
import type { Goal } from './goals.js';

const membershipOf = ({ memberships }: Goal, person: User) =>
  memberships.find(({ member }) => member === person);

/** Who follows a goal is a member of it. */
export function follow(
  { world, user }: Context,
  goal: Goal,
  person: User
): void {
  if (!membershipOf(goal, person)) {
    addMember(world, goal, person, person === user ? 'admin' : 'commenter');
  }
  addOnce(goal.followers, person);
}

function unfollow({ world }: Context, goal: Goal, person: User): void {
  const membership = membershipOf(goal, person);
  if (membership) removeMember(world, membership);
}

/** Does something for everyone whom the body names. */
const forFollowers =
  (apply: (context: Context, goal: Goal, person: User) => void): Behaviour =>
  context => {
    const { world, user } = context;
    const goal = fromPath(context, world.store.of<Goal>('goal'));
    for (const person of readPeople(context, goal.workspace, 'followers')) {
      apply(context, goal, person);
    }
    tellChange(world, user, goal, 'followers');
    return goal;
  };

export const goalFollowers = {
  addFollowers: forFollowers(follow),
  removeFollowers: forFollowers(unfollow),
} satisfies Behaviours;
