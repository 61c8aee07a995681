import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import type { Entity, User, Workspace } from '../entities.js';
import { badField } from '../errors.js';
import { readChoice, readText, requireInput } from '../input.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, required } from '../plain/kind.js';
import { from, is, listKind, until } from '../plain/lists.js';
import { createOne, readOne, recordFromPath } from '../plain/operations.js';
import { day, person, workspace } from '../plain/readers.js';
import { timestamp } from '../world.js';

type Status = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'REJECTED';

/** The week of one person. */
export interface TimesheetApprovalStatus extends Entity {
  readonly resource_type: 'timesheet_approval_status';
  readonly user: User;
  readonly workspace: Workspace;
  readonly start_date: string;
  readonly end_date: string;
  approval_status: Status;
  readonly created_at: string;
}

const dayMs = 24 * 60 * 60 * 1000;

const sheets = ({ world }: Context) =>
  world.store.of<TimesheetApprovalStatus>('timesheet_approval_status');

export const timesheetApprovalStatus: Kind<TimesheetApprovalStatus> = {
  type: 'timesheet_approval_status',
  fields: {
    user: createOnly(required(person)),
    workspace: createOnly(required(workspace)),
    start_date: createOnly(required(day)),
    end_date: createOnly(required(day)),
    approval_status: fixed(() => 'DRAFT'),
    created_at: fixed(({ world }) => timestamp(world)),
  },
  compact: [
    'approval_status',
    'created_at',
    'end_date',
    'start_date',
    'user',
    'workspace',
  ],
  check({ user, workspace, start_date, end_date }, context) {
    if (new Date(start_date).getUTCDay() !== 1) {
      throw badField('start_date', `Must be a Monday: ${start_date}`);
    }
    if (Date.parse(end_date) - Date.parse(start_date) !== 6 * dayMs) {
      throw badField('end_date', `Must be the Sunday after: ${end_date}`);
    }
    const isTaken = sheets(context)
      .all()
      .some(
        held =>
          held.user === user &&
          held.workspace === workspace &&
          held.start_date === start_date
      );
    if (isTaken)
      throw badField('start_date', 'The week has a timesheet already');
  },
};

/** Which transitions there are is not documented in full. */
const transitions: Readonly<Record<Status, readonly Status[]>> = {
  DRAFT: ['SUBMITTED'],
  SUBMITTED: ['DRAFT', 'APPROVED', 'REJECTED'],
  REJECTED: ['DRAFT', 'SUBMITTED'],
  APPROVED: [],
};

const targets = ['submitted', 'draft', 'approved', 'rejected'] as const;

const updateTimesheetApprovalStatus: Behaviour = context => {
  const { data } = context;
  const sheet = recordFromPath(context, timesheetApprovalStatus);
  requireInput(data, 'approval_status');
  const target = readChoice(data, 'approval_status', targets);
  readText(data, 'message');
  const next = target?.toUpperCase() as Status;
  if (!transitions[sheet.approval_status].includes(next)) {
    throw badField(
      'approval_status',
      `Cannot go from ${sheet.approval_status} to ${next}`
    );
  }
  sheet.approval_status = next;
  return sheet;
};

export const timesheetApprovalStatuses = {
  createTimesheetApprovalStatus: createOne(timesheetApprovalStatus),
  getTimesheetApprovalStatus: readOne(timesheetApprovalStatus),
  getTimesheetApprovalStatuses: listKind(timesheetApprovalStatus, {
    needs: ['workspace'],
    filters: {
      workspace: is('workspace', workspace),
      user: is('user', person),
      from_date: from('end_date'),
      to_date: until('start_date'),
      approval_statuses: value => {
        const wanted = value.toUpperCase().split(',');
        return sheet => wanted.includes(sheet.approval_status);
      },
    },
  }),
  updateTimesheetApprovalStatus,
} satisfies Behaviours;
