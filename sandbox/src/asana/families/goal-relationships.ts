import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { insert, remove } from '../changes/arrays.js';
import { tellChange } from '../changes/tell.js';
import type { Entity, Project, Task } from '../entities.js';
import { badField, badRequest } from '../errors.js';
import { fromPath } from '../from-path.js';
import { requireInput, requireQuery, without } from '../input.js';
import { readPlace } from '../place.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, given, optional, required } from '../plain/kind.js';
import { readOne, updateOne } from '../plain/operations.js';
import { anyOf, number, oneOf } from '../plain/readers.js';
import { makeRecord } from '../plain/write.js';
import type { World } from '../world.js';
import type { Goal } from './goals.js';
import type { Portfolio } from './portfolios.js';

type Support = Goal | Project | Portfolio | Task;

export interface GoalRelationship extends Entity {
  readonly resource_type: 'goal_relationship';
  readonly resource_subtype: 'subgoal' | 'supporting_work';
  readonly supporting_resource: Support;
  contribution_weight: number;
  readonly supported_goal: Goal;
}

const readGoal = oneOf<Goal>('goal');

const readSupport = anyOf<Support>(
  store => store.of<Goal>('goal'),
  store => store.projects,
  store => store.of<Portfolio>('portfolio'),
  store => store.tasks
);

export const goalRelationship: Kind<GoalRelationship> = {
  type: 'goal_relationship',
  fields: {
    resource_subtype: given(),
    supporting_resource: createOnly(required(readSupport)),
    contribution_weight: optional(number(0, 1), () => 0),
    supported_goal: given(),
  },
  compact: ['contribution_weight', 'resource_subtype', 'supporting_resource'],
};

/** Takes a relationship off the goals at both of its ends. */
export function dropRelationship(world: World, held: GoalRelationship): void {
  const { supported_goal, supporting_resource } = held;
  remove(supported_goal.support, held);
  if (supporting_resource.resource_type === 'goal') {
    remove(supporting_resource.parents, held);
  }
  world.store.of<GoalRelationship>('goal_relationship').delete(held);
}

const goalFromPath = (context: Context): Goal =>
  fromPath(context, context.world.store.of<Goal>('goal'));

/** Whether a goal is another one, or somewhere above it. */
const isAbove = (goal: Goal, other: Goal): boolean =>
  goal === other ||
  other.parents.some(({ supported_goal }) => isAbove(goal, supported_goal));

const addSupportingRelationship: Behaviour = context => {
  const { world, user, data } = context;
  const goal = goalFromPath(context);
  requireInput(data, 'supporting_resource');
  const supporting = readSupport(data, 'supporting_resource', context);
  const isGoal = supporting.resource_type === 'goal';
  if (isGoal && isAbove(supporting, goal)) {
    throw badField('supporting_resource', 'Goals must not form a circle');
  }
  if (goal.support.some(held => held.supporting_resource === supporting)) {
    throw badField(
      'supporting_resource',
      `Already supports the goal: ${supporting.gid}`
    );
  }
  const place = readPlace(data, (value, field) => {
    const next = goal.support.find(
      held => held.supporting_resource.gid === value
    );
    if (next) return next;
    throw badField(field, `Not a recognized ID: ${String(value)}`);
  });
  const plain = without(data, 'insert_before', 'insert_after');
  const made = makeRecord({ ...context, data: plain }, goalRelationship, {
    resource_subtype: isGoal ? 'subgoal' : 'supporting_work',
    supported_goal: goal,
  });
  insert(goal.support, made, place ?? { at: 'end' });
  if (isGoal) supporting.parents.push(made);
  tellChange(world, user, goal, 'supporting_resources');
  return made;
};

const removeSupportingRelationship: Behaviour = context => {
  const { world, user, data } = context;
  const goal = goalFromPath(context);
  requireInput(data, 'supporting_resource');
  const supporting = readSupport(data, 'supporting_resource', context);
  const held = goal.support.find(
    each => each.supporting_resource === supporting
  );
  if (!held) {
    throw badRequest('supporting_resource: Does not support the goal');
  }
  dropRelationship(world, held);
  tellChange(world, user, goal, 'supporting_resources');
  return undefined;
};

const getGoalRelationships: Behaviour = context => {
  const { query, world } = context;
  const gid = requireQuery(query, 'supported_goal');
  const goal = readGoal({ supported_goal: gid }, 'supported_goal', context);
  const subtype = query.get('resource_subtype');
  return list(
    goal.support,
    ({ supporting_resource, resource_subtype }) =>
      (!subtype || resource_subtype === subtype) &&
      world.store.find(supporting_resource.gid) !== undefined
  );
};

export const goalRelationships = {
  addSupportingRelationship,
  removeSupportingRelationship,
  getGoalRelationship: readOne(goalRelationship),
  getGoalRelationships,
  updateGoalRelationship: updateOne(goalRelationship),
} satisfies Behaviours;
