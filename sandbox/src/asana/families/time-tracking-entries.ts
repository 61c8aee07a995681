import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { list } from '../behaviour.js';
import type { Entity, Project, Task, User } from '../entities.js';
import { badField, badRequest } from '../errors.js';
import { taskFromPath } from '../from-path.js';
import type { Kind } from '../plain/kind.js';
import { fixed, given, optional, required } from '../plain/kind.js';
import { from, is, listKind, until, within } from '../plain/lists.js';
import { readOne, recordFromPath } from '../plain/operations.js';
import {
  choice,
  clearable,
  day,
  listOf,
  oneOf,
  person,
  project,
  task,
  text,
  whole,
  workspace,
} from '../plain/readers.js';
import { changeRecord, makeRecord } from '../plain/write.js';
import type { Collection } from '../store.js';
import { timestamp } from '../world.js';
import type { Portfolio } from './portfolios.js';
import type { TimeTrackingCategory } from './time-tracking-categories.js';
import type { TimesheetApprovalStatus } from './timesheet-approval-statuses.js';

export interface TimeTrackingEntry extends Entity {
  readonly resource_type: 'time_tracking_entry';
  readonly duration_minutes: number;
  readonly entered_on: string;
  readonly attributable_to: Project | null;
  readonly billable_status: string;
  readonly description: string;
  readonly categories: readonly TimeTrackingCategory[];
  readonly task: Task;
  readonly created_by: User;
  readonly created_at: string;
  /** The timesheets, one of which may have the day of the entry. */
  readonly timesheets: Collection<TimesheetApprovalStatus>;
}

/** The timesheet of the week and the person of an entry. */
const timesheetOf = (entry: TimeTrackingEntry) =>
  entry.timesheets
    .all()
    .find(
      ({ user, start_date, end_date }) =>
        user === entry.created_by &&
        start_date <= entry.entered_on &&
        entry.entered_on <= end_date
    );

export const timeTrackingEntry: Kind<TimeTrackingEntry> = {
  type: 'time_tracking_entry',
  fields: {
    duration_minutes: required(whole(1)),
    entered_on: optional(day, ({ world }) => timestamp(world).slice(0, 10)),
    attributable_to: optional(clearable(project), () => null),
    billable_status: optional(
      choice('billable', 'nonBillable', 'notApplicable'),
      () => 'notApplicable'
    ),
    description: optional(text, () => ''),
    categories: optional(
      listOf(oneOf<TimeTrackingCategory>('time_tracking_category')),
      () => []
    ),
    task: given(),
    created_by: fixed(({ user }) => user),
    created_at: fixed(({ world }) => timestamp(world)),
    timesheets: fixed(({ world }) =>
      world.store.of('timesheet_approval_status')
    ),
  },
  compact: [
    'attributable_to',
    'categories',
    'created_by',
    'duration_minutes',
    'entered_on',
  ],
  hidden: ['timesheets'],
  computed: {
    approval_status: entry => timesheetOf(entry)?.approval_status ?? 'DRAFT',
    attributable_to: ({ attributable_to }) => attributable_to ?? undefined,
  },
  check({ categories, attributable_to, task }) {
    if (categories.length > 1) {
      throw badField('categories', 'An entry has at most one category');
    }
    if (categories.some(({ is_archived }) => is_archived)) {
      throw badField('categories', 'The category is archived');
    }
    const isForeign =
      attributable_to !== null &&
      !task.memberships.some(held => held.project === attributable_to);
    if (isForeign) {
      throw badField('attributable_to', 'The task is not in this project');
    }
  },
};

const entriesOf = ({ world }: Context) =>
  world.store.of<TimeTrackingEntry>('time_tracking_entry');

/** Sums up what was tracked on a task. */
function sumUp(context: Context, task: Task): void {
  const minutes = entriesOf(context)
    .all()
    .filter(entry => entry.task === task)
    .map(entry => entry.duration_minutes);
  task.actual_time_minutes = minutes.length
    ? minutes.reduce((sum, each) => sum + each, 0)
    : null;
}

const createTimeTrackingEntry: Behaviour = context => {
  const task = taskFromPath(context);
  const made = makeRecord(context, timeTrackingEntry, { task });
  sumUp(context, task);
  return made;
};

const updateTimeTrackingEntry: Behaviour = context => {
  const entry = recordFromPath(context, timeTrackingEntry);
  changeRecord(context, timeTrackingEntry, entry);
  sumUp(context, entry.task);
  return entry;
};

const listEntries = listKind(timeTrackingEntry, {
  needsOneOf: [
    ['task'],
    ['attributable_to'],
    ['portfolio'],
    ['user'],
    ['workspace'],
    ['timesheet_approval_status'],
  ],
  filters: {
    task: is('task', task),
    attributable_to: is('attributable_to', project),
    portfolio: within(oneOf<Portfolio>('portfolio'), ({ task }, { items }) =>
      task.memberships.some(({ project }) => items.includes(project))
    ),
    user: is('created_by', person),
    workspace: within(
      workspace,
      ({ task }, wanted) => task.workspace === wanted
    ),
    entered_on_start_date: from('entered_on'),
    entered_on_end_date: until('entered_on'),
    timesheet_approval_status: within(
      oneOf<TimesheetApprovalStatus>('timesheet_approval_status'),
      (entry, wanted) => timesheetOf(entry) === wanted
    ),
  },
});

const getTimeTrackingEntries: Behaviour = context => {
  const { query } = context;
  const hasDay =
    query.get('entered_on_start_date') || query.get('entered_on_end_date');
  if (query.get('workspace') && !hasDay) {
    throw badRequest(
      'You should specify one of entered_on_start_date, entered_on_end_date'
    );
  }
  return listEntries(context);
};

export const timeTrackingEntries = {
  createTimeTrackingEntry,
  getTimeTrackingEntry: readOne(timeTrackingEntry),
  getTimeTrackingEntries,
  getTimeTrackingEntriesForTask(context) {
    const task = taskFromPath(context);
    return list(entriesOf(context).all(), entry => entry.task === task);
  },
  updateTimeTrackingEntry,
  deleteTimeTrackingEntry(context) {
    const entry = recordFromPath(context, timeTrackingEntry);
    entriesOf(context).delete(entry);
    sumUp(context, entry.task);
    return undefined;
  },
} satisfies Behaviours;
