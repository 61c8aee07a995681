import { endpoints } from '../../../src/generated/endpoints.js';
import type { OperationName } from '../../../src/generated/endpoints.js';

/**
 * - `supported`: every operation behaves as far as is known of Asana's.
 * - `partial`: some operations, or something in them, are missing.
 * - `not started`: every operation answers with a 501.
 */
export type Status = 'supported' | 'partial' | 'not started';

/** What the sandbox has of a family of operations. */
export interface Coverage {
  readonly status: Status;
  /** The operations that answer with a 501. */
  readonly without?: readonly OperationName[];
  /** What those that do behave leave out. */
  readonly notes?: readonly string[];
}

const supported: Coverage = { status: 'supported' };

/** What the sandbox has, by the family of the endpoint table. */
export const coverage: Readonly<Record<string, Coverage>> = {
  accessRequests: {
    status: 'partial',
    notes: [
      'does not ask whether the target is private',
      'everyone may approve',
    ],
  },
  agents: {
    status: 'partial',
    notes: ['one from the demo seed'],
  },
  allocations: {
    status: 'partial',
    notes: ['of people, not of placeholders'],
  },
  attachments: supported,
  auditLog: {
    status: 'partial',
    notes: [
      'twelve entries from the demo seed, then what is deleted and nothing else',
      'any token may read it, in Asana only that of a service account',
    ],
  },
  batchApi: supported,
  budgets: {
    status: 'partial',
    notes: [
      'tasks have no estimated time, so an estimate is 0',
      'everything costs in USD',
    ],
  },
  customFieldSettings: {
    status: 'partial',
    notes: [
      'teams have what the demo seed gave them, as no operation adds to it',
    ],
  },
  customFields: {
    status: 'partial',
    notes: ['no formula fields, no locked fields'],
  },
  customTypes: {
    status: 'partial',
    notes: ['one from the demo seed, which tasks cannot have'],
  },
  dataExports: {
    status: 'partial',
    notes: [
      'the files have the records of the API, not the nested ones of Asana',
      'filters are not applied, and there are no messages',
    ],
  },
  events: {
    status: 'partial',
    notes: [
      "of the objects in Asana's table, of goals, status updates and project briefs",
      'kept from the first call for a resource on, and for as long as the sandbox runs',
    ],
  },
  goalRelationships: supported,
  goals: {
    status: 'partial',
    notes: [
      'progress is not computed from what supports a goal',
      'everyone sees every goal',
      'custom fields are those of the goal and of the goals above it',
    ],
  },
  jobs: supported,
  memberships: supported,
  oooEntries: supported,
  organizationExports: {
    status: 'partial',
    notes: [
      'any token may ask for one',
      'the file has people, teams, projects and tasks',
    ],
  },
  portfolioMemberships: supported,
  portfolios: {
    status: 'partial',
    notes: [
      'everyone sees every portfolio',
      'a copy has no rules, no templates and no views',
    ],
  },
  projectBriefs: supported,
  projectMemberships: supported,
  projectPortfolioSettings: {
    status: 'partial',
    notes: ['access is not inherited, only said to be'],
  },
  projectStatuses: supported,
  projectTemplates: {
    status: 'partial',
    notes: [
      'a template keeps sections, fields, and names, notes and due dates of tasks',
    ],
  },
  projects: {
    status: 'partial',
    notes: [
      'search by text, completed and teams.any only',
      'privacy holds for paths and lists of projects, not for search',
      'no schedule_dates for a duplicate',
      'the status and the minimum access levels cannot be written',
    ],
  },
  rates: {
    status: 'partial',
    notes: ['of people, not of placeholders'],
  },
  reactions: {
    status: 'partial',
    notes: ['two from the demo seed; summaries are empty'],
  },
  roles: {
    status: 'partial',
    notes: ['nobody has a role, and permissions are kept without a check'],
  },
  rules: {
    status: 'partial',
    notes: ['the trigger of the demo seed marks a task as modified'],
  },
  sections: supported,
  statusUpdates: {
    status: 'partial',
    notes: ['no likes and no reactions in a record'],
  },
  stories: {
    status: 'partial',
    notes: ['no likes and no reactions', 'goals have comments only'],
  },
  tags: supported,
  taskTemplates: {
    status: 'partial',
    notes: [
      'one from the demo seed, whose tasks have a name, notes and a due date',
    ],
  },
  tasks: {
    status: 'partial',
    notes: [
      'no sections of task lists, no custom types',
      'dates are localized for UTC',
    ],
  },
  teamMemberships: supported,
  teams: {
    status: 'partial',
    notes: ['names, descriptions and members; settings are not kept'],
  },
  timePeriods: {
    status: 'partial',
    notes: ['those of the present year, from the demo seed'],
  },
  timeTrackingCategories: supported,
  timeTrackingEntries: {
    status: 'partial',
    notes: ['an approved timesheet does not lock its entries'],
  },
  timesheetApprovalStatuses: {
    status: 'partial',
    notes: ['the transitions are a guess, and everyone may approve'],
  },
  typeahead: supported,
  userTaskLists: supported,
  users: {
    status: 'partial',
    notes: [
      'no photos and no custom fields',
      'one favorite from the demo seed',
    ],
  },
  webhooks: {
    status: 'partial',
    notes: [
      'the first pause before another attempt, and the most events of a delivery, are a guess',
      'the limits of webhooks for a resource and for an app are not counted',
    ],
  },
  workspaceMemberships: supported,
  workspaces: {
    status: 'partial',
    notes: [
      'strangers cannot be invited',
      'what a removed person owned or had to do stays theirs',
    ],
  },
};

/** The operations of a family in the order of the endpoint table. */
export function operationsOf(family: string): OperationName[] {
  const names = Object.keys(endpoints) as OperationName[];
  return names.filter(name => endpoints[name].family === family);
}

/** The operations of a family which the sandbox is said to have. */
export function claimedOperations(family: string): OperationName[] {
  const { status, without = [] } = coverage[family] ?? {
    status: 'not started',
  };
  if (status === 'not started') return [];
  return operationsOf(family).filter(name => !without.includes(name));
}
