/**
 * What other connectors call the families of Asana's API. The operations come
 * from the endpoint table; which name is which family, a person says.
 */

/** The classes of Asana's own SDK, the package `asana`. */
export const sdkClasses: Readonly<Record<string, string>> = {
  AccessRequestsApi: 'accessRequests',
  AgentsApi: 'agents',
  AllocationsApi: 'allocations',
  AttachmentsApi: 'attachments',
  AuditLogAPIApi: 'auditLog',
  BatchAPIApi: 'batchApi',
  BudgetsApi: 'budgets',
  CustomFieldSettingsApi: 'customFieldSettings',
  CustomFieldsApi: 'customFields',
  CustomTypesApi: 'customTypes',
  EventsApi: 'events',
  ExportsApi: 'dataExports',
  GoalRelationshipsApi: 'goalRelationships',
  GoalsApi: 'goals',
  JobsApi: 'jobs',
  MembershipsApi: 'memberships',
  OooEntriesApi: 'oooEntries',
  OrganizationExportsApi: 'organizationExports',
  PortfolioMembershipsApi: 'portfolioMemberships',
  PortfoliosApi: 'portfolios',
  ProjectBriefsApi: 'projectBriefs',
  ProjectMembershipsApi: 'projectMemberships',
  ProjectPortfolioSettingsApi: 'projectPortfolioSettings',
  ProjectStatusesApi: 'projectStatuses',
  ProjectTemplatesApi: 'projectTemplates',
  ProjectsApi: 'projects',
  RatesApi: 'rates',
  ReactionsApi: 'reactions',
  RolesApi: 'roles',
  RulesApi: 'rules',
  SectionsApi: 'sections',
  StatusUpdatesApi: 'statusUpdates',
  StoriesApi: 'stories',
  TagsApi: 'tags',
  TaskTemplatesApi: 'taskTemplates',
  TasksApi: 'tasks',
  TeamMembershipsApi: 'teamMemberships',
  TeamsApi: 'teams',
  TimePeriodsApi: 'timePeriods',
  TimeTrackingCategoriesApi: 'timeTrackingCategories',
  TimeTrackingEntriesApi: 'timeTrackingEntries',
  TimesheetApprovalStatusesApi: 'timesheetApprovalStatuses',
  TypeaheadApi: 'typeahead',
  UserTaskListsApi: 'userTaskLists',
  UsersApi: 'users',
  WebhooksApi: 'webhooks',
  WorkspaceMembershipsApi: 'workspaceMemberships',
  WorkspacesApi: 'workspaces',
};

/** The objects of Alloy's connector. */
export const alloyObjects: Readonly<Record<string, string>> = {
  'Access Requests': 'accessRequests',
  Allocations: 'allocations',
  Attachments: 'attachments',
  'Audit Log': 'auditLog',
  Batch: 'batchApi',
  'Custom Field Settings': 'customFieldSettings',
  'Custom Fields': 'customFields',
  'Custom Types': 'customTypes',
  Events: 'events',
  Exports: 'dataExports',
  'Goal Relationships': 'goalRelationships',
  Goals: 'goals',
  Jobs: 'jobs',
  Memberships: 'memberships',
  'Organization Exports': 'organizationExports',
  'Portfolio Memberships': 'portfolioMemberships',
  Portfolios: 'portfolios',
  'Project Briefs': 'projectBriefs',
  'Project Memberships': 'projectMemberships',
  'Project Statuses': 'projectStatuses',
  'Project Templates': 'projectTemplates',
  Projects: 'projects',
  Rules: 'rules',
  Sections: 'sections',
  'Status Updates': 'statusUpdates',
  Stories: 'stories',
  Tags: 'tags',
  'Task Templates': 'taskTemplates',
  Tasks: 'tasks',
  'Team Memberships': 'teamMemberships',
  Teams: 'teams',
  'Time Periods': 'timePeriods',
  'Time Tracking Entries': 'timeTrackingEntries',
  Typeahead: 'typeahead',
  'User Task Lists': 'userTaskLists',
  Users: 'users',
  Webhooks: 'webhooks',
  'Workspace Memberships': 'workspaceMemberships',
  Workspaces: 'workspaces',
};

/** A name of theirs that no operation serves. */
export interface Unserved {
  readonly sdk?: string;
  readonly alloy?: string;
  readonly reason: string;
}

export const unserved: readonly Unserved[] = [
  {
    alloy: 'Messages',
    reason: 'Asana has no endpoint for messages.',
  },
  {
    alloy: 'SSPM',
    reason:
      "A heading in Asana's description of its API that has no operations.",
  },
  {
    sdk: 'AIStudioUsageAPIApi',
    reason:
      "Newer than the description that this is made from: `request('/workspaces/<gid>/ai_studio/runs')` and `…/ai_studio/seats` read it.",
  },
];
