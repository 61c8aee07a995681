import type { Behaviour, Behaviours } from '../behaviour.js';
import { tellChange } from '../changes/tell.js';
import type { Entity } from '../entities.js';
import { badField, badRequest } from '../errors.js';
import { requireInput } from '../input.js';
import type { Kind } from '../plain/kind.js';
import { fixed, optional } from '../plain/kind.js';
import { recordFromPath } from '../plain/operations.js';
import {
  choice,
  clearable,
  flag,
  number,
  text,
  whole,
} from '../plain/readers.js';
import { makeRecord } from '../plain/write.js';
import { goal } from './goals.js';

export interface GoalMetric extends Entity {
  readonly resource_type: 'goal_metric';
  readonly resource_subtype: 'number';
  readonly precision: number;
  readonly unit: 'none' | 'currency' | 'percentage';
  readonly currency_code: string | null;
  readonly initial_number_value: number;
  readonly target_number_value: number;
  current_number_value: number;
  readonly progress_source: string;
  readonly is_custom_weight: boolean;
}

export const goalMetric: Kind<GoalMetric> = {
  type: 'goal_metric',
  fields: {
    resource_subtype: fixed(() => 'number'),
    precision: optional(whole(0, 6), () => 0),
    unit: optional(choice('none', 'currency', 'percentage'), () => 'none'),
    currency_code: optional(clearable(text), () => null),
    initial_number_value: optional(number(), () => 0),
    target_number_value: optional(number(), () => 100),
    current_number_value: optional(number(), () => 0),
    progress_source: optional(
      choice(
        'manual',
        'subgoal_progress',
        'project_task_completion',
        'project_milestone_completion',
        'task_completion',
        'external'
      ),
      () => 'manual'
    ),
    is_custom_weight: optional(flag, () => false),
  },
  compact: [],
  computed: {
    current_display_value: ({ current_number_value, precision }) =>
      current_number_value.toFixed(precision),
  },
  whole: true,
  check({ initial_number_value, target_number_value, unit, currency_code }) {
    if (initial_number_value === target_number_value) {
      throw badField(
        'target_number_value',
        'Must not be the same as initial_number_value'
      );
    }
    if ((unit === 'currency') !== (currency_code !== null)) {
      throw badField('currency_code', 'Goes with the unit currency only');
    }
  },
};

const createGoalMetric: Behaviour = context => {
  const { world, user } = context;
  const found = recordFromPath(context, goal);
  const before = found.metric;
  found.metric = makeRecord(context, goalMetric);
  if (before) world.store.of<GoalMetric>('goal_metric').delete(before);
  tellChange(world, user, found, 'metric');
  return found;
};

const updateGoalMetric: Behaviour = context => {
  const { world, user, data } = context;
  const found = recordFromPath(context, goal);
  if (!found.metric) throw badRequest('The goal does not have a metric');
  requireInput(data, 'current_number_value');
  found.metric.current_number_value = number()(
    data,
    'current_number_value',
    context
  );
  tellChange(world, user, found, 'metric');
  return found;
};

export const goalMetrics = {
  createGoalMetric,
  updateGoalMetric,
} satisfies Behaviours;
