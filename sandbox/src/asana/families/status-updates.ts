import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import { remove } from '../changes/arrays.js';
import { tellDeletion, tellMove } from '../changes/tell.js';
import { readTime } from '../dates.js';
import type { Entity, Project, User } from '../entities.js';
import { badField } from '../errors.js';
import { requireQuery } from '../input.js';
import type { Kind, Read } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import { deleteOne, readOne } from '../plain/operations.js';
import { anyOf, choice, text } from '../plain/readers.js';
import { makeRecord } from '../plain/write.js';
import { timestamp } from '../world.js';
import type { Goal } from './goals.js';
import type { Portfolio } from './portfolios.js';

/** What has a status. */
export type StatusHolder = Project | Portfolio | Goal;

export interface StatusUpdate extends Entity {
  readonly resource_type: 'status_update';
  readonly resource_subtype: string;
  readonly title: string;
  readonly text: string;
  readonly html_text: string;
  readonly status_type: string;
  readonly author: User;
  readonly created_at: string;
  readonly created_by: User;
  readonly modified_at: string;
  readonly parent: StatusHolder;
}

const ofWork = [
  'on_track',
  'at_risk',
  'off_track',
  'on_hold',
  'complete',
  'dropped',
];
const ofGoals = [
  'on_track',
  'at_risk',
  'off_track',
  'achieved',
  'partial',
  'missed',
  'dropped',
];

export const readHolder: Read<StatusHolder> = anyOf<StatusHolder>(
  store => store.projects,
  store => store.of<Portfolio>('portfolio'),
  store => store.of<Goal>('goal')
);

export const statusUpdate: Kind<StatusUpdate> = {
  type: 'status_update',
  fields: {
    parent: createOnly(required(readHolder)),
    text: createOnly(required(text)),
    html_text: createOnly(optional(text, () => '')),
    status_type: createOnly(required(choice(...ofWork, ...ofGoals))),
    title: createOnly(optional(text, () => '')),
    resource_subtype: fixed(context => {
      const { resource_type } = readHolder(context.data, 'parent', context);
      return `${resource_type}_status_update`;
    }),
    author: fixed(({ user }) => user),
    created_at: fixed(({ world }) => timestamp(world)),
    created_by: fixed(({ user }) => user),
    modified_at: fixed(({ world }) => timestamp(world)),
  },
  rich: ['text', 'html_text'],
  compact: ['resource_subtype', 'title'],
  optIn: ['html_text', 'reaction_summary'],
  computed: {
    hearted: () => false,
    hearts: () => [],
    liked: () => false,
    likes: () => [],
    num_hearts: () => 0,
    num_likes: () => 0,
    reaction_summary: () => [],
  },
  check({ parent, status_type }) {
    const known = parent.resource_type === 'goal' ? ofGoals : ofWork;
    if (known.includes(status_type)) return;
    throw badField(
      'status_type',
      `Value is not one of ${known.join(', ')}: ${status_type}`
    );
  },
};

/** Puts a new status on top of those that its parent has had. */
export function addStatus(
  context: Context,
  known: Partial<StatusUpdate> = {}
): StatusUpdate {
  const made = makeRecord(context, statusUpdate, known);
  const { world, user } = context;
  made.parent.statuses.unshift(made);
  tellMove(world, user, made, 'added', made.parent);
  return made;
}

/** Takes a status off its parent. */
export function dropStatus(held: StatusUpdate, context: Context): void {
  tellDeletion(context.world, context.user, held);
  remove(held.parent.statuses, held);
}

const getStatusesForObject: Behaviour = context => {
  const { query, world } = context;
  const gid = requireQuery(query, 'parent');
  const { statuses } = readHolder({ parent: gid }, 'parent', context);
  const since = query.get('created_since');
  const time =
    since === null ? 0 : readTime(since, 'created_since', world.now());
  return list(statuses, ({ created_at }) => Date.parse(created_at) >= time);
};

export const statusUpdates = {
  createStatusForObject: context => addStatus(context),
  getStatus: readOne(statusUpdate),
  getStatusesForObject,
  deleteStatus: deleteOne(statusUpdate, dropStatus),
} satisfies Behaviours;
