import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { addOnce } from '../changes/arrays.js';
import { join, leave } from '../changes/membership.js';
import { tellChange } from '../changes/tell.js';
import type { User } from '../entities.js';
import { forEachPerson } from '../people-input.js';
import type { Goal } from './goals.js';

/** Who follows a goal is a member of it. */
export function follow(
  { world, user }: Context,
  goal: Goal,
  person: User
): void {
  join(world, user, goal, person, person === user ? 'admin' : 'commenter');
  addOnce(goal.followers, person);
}

/** Does something for everyone whom the body names, and tells of it. */
const forFollowers = (
  apply: (context: Context, goal: Goal, person: User) => void
): Behaviour =>
  forEachPerson<Goal>(
    store => store.of('goal'),
    'followers',
    (context, goal, person) => {
      apply(context, goal, person);
      tellChange(context.world, context.user, goal, 'followers');
    }
  );

export const goalFollowers = {
  addFollowers: forFollowers(follow),
  removeFollowers: forFollowers(({ world, user }, goal, person) =>
    leave(world, user, goal, person)
  ),
} satisfies Behaviours;
