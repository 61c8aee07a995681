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
const notStarted: Coverage = { status: 'not started' };

/** What the sandbox has, by the family of the endpoint table. */
export const coverage: Readonly<Record<string, Coverage>> = {
  accessRequests: notStarted,
  agents: notStarted,
  allocations: notStarted,
  attachments: {
    status: 'partial',
    notes: ['on tasks and projects, not on project briefs'],
  },
  auditLog: notStarted,
  batchApi: supported,
  budgets: notStarted,
  customFieldSettings: {
    status: 'partial',
    without: [
      'getCustomFieldSettingsForGoal',
      'getCustomFieldSettingsForPortfolio',
      'getCustomFieldSettingsForTeam',
    ],
    notes: ['settings of projects'],
  },
  customFields: {
    status: 'partial',
    notes: ['no formula fields, no ID fields, no locked fields'],
  },
  customTypes: notStarted,
  dataExports: notStarted,
  events: { status: 'partial', notes: ['of tasks and projects, not of goals'] },
  goalRelationships: notStarted,
  goals: notStarted,
  jobs: supported,
  memberships: {
    status: 'partial',
    notes: ['of projects, not of goals, portfolios or custom fields'],
  },
  oooEntries: notStarted,
  organizationExports: notStarted,
  portfolioMemberships: notStarted,
  portfolios: notStarted,
  projectBriefs: notStarted,
  projectMemberships: supported,
  projectPortfolioSettings: notStarted,
  projectStatuses: notStarted,
  projectTemplates: notStarted,
  projects: {
    status: 'partial',
    without: ['projectSaveAsTemplate'],
    notes: [
      'no statuses, briefs or custom field values of their own',
      'search by text, completed and teams.any only',
      'privacy holds for paths and lists of projects, not for search',
    ],
  },
  rates: notStarted,
  reactions: notStarted,
  roles: notStarted,
  rules: notStarted,
  sections: supported,
  statusUpdates: notStarted,
  stories: {
    status: 'partial',
    without: ['createStoryForGoal', 'getStoriesForGoal'],
    notes: ['no likes and no reactions'],
  },
  tags: supported,
  taskTemplates: notStarted,
  tasks: {
    status: 'partial',
    without: ['getTaskForCustomID'],
    notes: [
      'no sections of task lists, no custom types, no time tracking',
      'dates are localized for UTC',
    ],
  },
  teamMemberships: supported,
  teams: {
    status: 'partial',
    notes: ['names, descriptions and members; settings are not kept'],
  },
  timePeriods: notStarted,
  timeTrackingCategories: notStarted,
  timeTrackingEntries: notStarted,
  timesheetApprovalStatuses: notStarted,
  typeahead: {
    status: 'partial',
    notes: ['finds nothing of what the sandbox does not have, such as goals'],
  },
  userTaskLists: supported,
  users: {
    status: 'partial',
    without: ['getFavoritesForUser'],
    notes: ['no photos and no custom fields'],
  },
  webhooks: notStarted,
  workspaceMemberships: supported,
  workspaces: {
    status: 'partial',
    without: ['getWorkspaceEvents'],
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
  const { status, without = [] } = coverage[family] ?? notStarted;
  if (status === 'not started') return [];
  return operationsOf(family).filter(name => !without.includes(name));
}
