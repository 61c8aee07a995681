import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { removeMember } from '../changes/membership.js';
import { tellDeletion, tellMove } from '../changes/tell.js';
import type {
  CustomField,
  CustomFieldContent,
  CustomFieldSetting,
  Entity,
  Membership,
  Story,
  Team,
  User,
  Workspace,
} from '../entities.js';
import { badField } from '../errors.js';
import { fieldValues } from '../own-field-values.js';
import { checkDates } from '../plain/checks.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import type { Filter } from '../plain/lists.js';
import { is, isFlag, listKind } from '../plain/lists.js';
import { deleteOne, readOne, recordFromPath } from '../plain/operations.js';
import {
  clearable,
  day,
  flag,
  listOf,
  one,
  oneOf,
  person,
  text,
  workspace,
} from '../plain/readers.js';
import { makeRecord } from '../plain/write.js';
import { toHtml } from '../rich-text.js';
import { follow } from './goal-followers.js';
import type { GoalMetric } from './goal-metrics.js';
import type { GoalRelationship } from './goal-relationships.js';
import { dropRelationship } from './goal-relationships.js';
import type { StatusUpdate } from './status-updates.js';
import type { TimePeriod } from './time-periods.js';

export interface Goal extends Entity {
  readonly resource_type: 'goal';
  name: string;
  notes: string;
  html_notes: string;
  due_on: string | null;
  start_on: string | null;
  is_workspace_level: boolean;
  team: Team | null;
  readonly workspace: Workspace;
  time_period: TimePeriod | null;
  owner: User | null;
  status: string | null;
  metric: GoalMetric | null;
  readonly followers: User[];
  readonly likes: { readonly gid: string; readonly user: User }[];
  readonly memberships: Membership[];
  readonly custom_field_settings: CustomFieldSetting[];
  readonly values: Map<CustomField, CustomFieldContent>;
  /** Its status updates, the newest first. */
  readonly statuses: StatusUpdate[];
  readonly stories: Story[];
  /** The relationships with what supports it. */
  readonly support: GoalRelationship[];
  /** The relationships with the goals that it supports. */
  readonly parents: GoalRelationship[];
}

/** A goal has the fields that it, or a goal above it, was given. */
export const fieldSources = (goal: Goal) => [
  goal,
  ...goal.parents.map(({ supported_goal }) => supported_goal),
];

export const goal: Kind<Goal> = {
  type: 'goal',
  fields: {
    workspace: createOnly(required(workspace)),
    name: required(text),
    notes: optional(text, () => ''),
    html_notes: optional(text, () => toHtml('')),
    due_on: optional(clearable(day), () => null),
    start_on: optional(clearable(day), () => null),
    team: optional(clearable(one(store => store.teams)), () => null),
    is_workspace_level: optional(flag, ({ data }) => !data['team']),
    time_period: optional(
      clearable(oneOf<TimePeriod>('time_period')),
      () => null
    ),
    owner: optional(clearable(person), ({ user }) => user),
    followers: createOnly(optional(listOf(person), () => [])),
    status: fixed(() => null),
    metric: fixed(() => null),
    likes: fixed(() => []),
    memberships: fixed(() => []),
    custom_field_settings: fixed(() => []),
    values: fixed(() => new Map()),
    statuses: fixed(() => []),
    stories: fixed(() => []),
    support: fixed(() => []),
    parents: fixed(() => []),
  },
  rich: ['notes', 'html_notes'],
  compact: ['name', 'owner'],
  optIn: ['default_access_level', 'privacy_setting'],
  hidden: [
    'memberships',
    'parents',
    'statuses',
    'stories',
    'support',
    'values',
  ],
  computed: {
    current_status_update: ({ statuses }) => statuses[0] ?? null,
    custom_fields: goal => fieldValues(goal, fieldSources(goal)),
    default_access_level: () => 'editor',
    liked: ({ likes }, viewer) =>
      likes.some(({ user }) => user === viewer.user),
    num_likes: ({ likes }) => likes.length,
    privacy_setting: () => 'public_to_workspace',
  },
  check: checkDates,
};

const goalFromPath = (context: Context) => recordFromPath(context, goal);

const createGoal: Behaviour = context => {
  const { world, user } = context;
  const made = makeRecord(context, goal);
  // Who follows a goal is a member of it as well.
  for (const follower of new Set([user, ...made.followers.splice(0)])) {
    follow(context, made, follower);
  }
  tellMove(world, user, made, 'added', made.workspace);
  return made;
};

function dropGoal(goal: Goal, { world, user }: Context): void {
  tellDeletion(world, user, goal);
  for (const held of [...goal.support, ...goal.parents]) {
    dropRelationship(world, held);
  }
  for (const held of [...goal.memberships]) removeMember(world, user, held);
  for (const story of goal.stories) world.store.stories.delete(story);
}

/** The goals that something supports. */
const supportedBy: Filter<Goal> = value => goal =>
  goal.support.some(
    ({ supporting_resource }) => supporting_resource.gid === value
  );

const getGoals: Behaviour = context => {
  if (
    context.query.has('is_workspace_level') &&
    !context.query.get('workspace')
  ) {
    throw badField('is_workspace_level', 'You should specify workspace');
  }
  return listGoals(context);
};

const listGoals = listKind(goal, {
  needsOneOf: [['workspace'], ['team'], ['project'], ['portfolio'], ['task']],
  filters: {
    workspace: is('workspace', workspace),
    team: is(
      'team',
      one(store => store.teams)
    ),
    is_workspace_level: isFlag('is_workspace_level'),
    portfolio: supportedBy,
    project: supportedBy,
    task: supportedBy,
    time_periods: value => {
      const gids = value.split(',');
      return ({ time_period }) =>
        time_period !== null && gids.includes(time_period.gid);
    },
  },
});

export const goals = {
  createGoal,
  getGoal: readOne(goal),
  getGoals,
  getParentGoalsForGoal: context =>
    list(goalFromPath(context).parents.map(held => held.supported_goal)),
  deleteGoal: deleteOne(goal, dropGoal),
} satisfies Behaviours;
