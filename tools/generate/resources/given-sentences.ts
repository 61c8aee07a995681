/**
 * What operations do whose name says it in words that nobody uses, or leaves
 * the half of it out. All others have a sentence made from their name.
 */
export const givenSentences: Readonly<Record<string, string>> = {
  addCustomFieldSettingForGoal: 'Add a custom field to a goal.',
  addCustomFieldSettingForPortfolio: 'Add a custom field to a portfolio.',
  addCustomFieldSettingForProject: 'Add a custom field to a project.',
  addDependenciesForTask:
    'Make tasks dependencies of a task: it waits for them.',
  addDependentsForTask: 'Make tasks dependents of a task: they wait for it.',
  addFollowers: 'Add followers to a goal.',
  addItemForPortfolio: 'Add a project, or another portfolio, to a portfolio.',
  addProjectForTask: 'Add a task to a project, or move it within one.',
  addSupportingRelationship:
    'Make a goal, project, task or portfolio count toward a goal.',
  addTaskForSection: 'Move a task to a section of its project.',
  approveAccessRequest: 'Give the access that somebody asks for.',
  createAccessRequest: 'Ask for access to a project or a portfolio.',
  createAttachmentForObject:
    'Attach a file or a link to a task, a project or a project brief.',
  createBatchRequest: 'Send up to ten requests in one.',
  createEnumOptionForCustomField: 'Add an option to a custom field.',
  createGoalMetric: 'Set how the progress of a goal is measured.',
  createGraphExport:
    'Start an export of all that is in a goal, team, portfolio or project.',
  createMembership:
    'Give a user or a team access to a project, portfolio, goal, custom field or custom type.',
  createOrganizationExport:
    'Start an export of everything that an organization has.',
  createProjectBrief: 'Create the brief of a project.',
  createProjectStatusForProject: 'Create a status of a project.',
  createResourceExport:
    'Start an export of the tasks, teams or messages of a workspace.',
  createStatusForObject:
    'Post a status update on a project, portfolio or goal.',
  createStoryForGoal: 'Comment on a goal.',
  createStoryForTask: 'Comment on a task.',
  createSubtaskForTask: 'Create a subtask of a task.',
  createTimeTrackingEntry: 'Log time that was spent on a task.',
  createTimesheetApprovalStatus:
    'Create the approval status of the timesheet of a user for one week.',
  createWebhook:
    'Create a webhook, which tells a server of yours what happens in Asana.',
  deleteMembership:
    'Delete a membership, and take the access away that it gives.',
  deleteStatus: 'Delete a status update.',
  deleteStory: 'Delete a comment.',
  duplicatePortfolio: 'Start to duplicate a portfolio.',
  duplicateProject: 'Start to duplicate a project.',
  duplicateTask: 'Start to duplicate a task.',
  getAccessRequests: 'Get who asks for access to a project or a portfolio.',
  getAgent: 'Get an agent, which is an AI teammate.',
  getAgentsForWorkspace: 'Get the agents (AI teammates) of a workspace.',
  getAllocations:
    'Get who is planned for a project, or what a user is planned for.',
  getAttachmentsForObject:
    'Get the attachments of a task, a project or a project brief.',
  getAuditLogEvents: 'Get the events of the audit log.',
  getBudgets: 'Get the budget of a project, as a list of one or none.',
  getCustomFieldSettingsForGoal:
    'Get the custom fields of a goal, with their settings there.',
  getCustomFieldSettingsForPortfolio:
    'Get the custom fields of a portfolio, with their settings there.',
  getCustomFieldSettingsForProject:
    'Get the custom fields of a project, with their settings there.',
  getCustomFieldSettingsForTeam:
    'Get the custom fields of a team, with their settings there.',
  getCustomTypes: 'Get the custom types of a project.',
  getDependenciesForTask:
    'Get the dependencies of a task: the tasks that it waits for.',
  getDependentsForTask:
    'Get the dependents of a task: the tasks that wait for it.',
  getEvents:
    'Get what happened to a task, a project or a goal since the last time.',
  getFavoritesForUser: 'Get what a user has starred.',
  getGoalRelationships: 'Get what counts toward a goal.',
  getGoals: 'Get the goals of a workspace, team, project, portfolio or task.',
  getItemsForPortfolio: 'Get the projects and portfolios in a portfolio.',
  getJob: 'Get a job, to see how far it is.',
  getMemberships:
    'Get who has access to a project, portfolio or goal, or what a team or user has access to.',
  getOooEntries: 'Get the out-of-office entries of a user.',
  getOrganizationExport:
    'Get an export of an organization, to see how far it is.',
  getParentGoalsForGoal: 'Get the goals that a goal counts toward.',
  getPortfolioMemberships:
    'Get the memberships of a portfolio, or those of a user.',
  getPortfolioMembershipsForPortfolio: 'Get the memberships of a portfolio.',
  getPortfolios: 'Get your portfolios.',
  getProjectBrief: 'Get the brief of a project.',
  getProjectMembershipsForProject: 'Get the memberships of a project.',
  getProjectPortfolioSetting:
    'Get the settings of a project in one of its portfolios.',
  getProjectPortfolioSettingsForPortfolio:
    'Get the settings that projects have in a portfolio.',
  getProjectPortfolioSettingsForProject:
    'Get the settings that a project has in its portfolios.',
  getProjectStatusesForProject: 'Get the statuses of a project.',
  getProjectTemplates: 'Get the project templates of a workspace or a team.',
  getProjects: 'Get the projects of a workspace.',
  getRates: 'Get the rates in a project.',
  getReactionsOnObject:
    'Get who reacted with a certain emoji to a comment, a status update or an attachment.',
  getRoles: 'Get the roles of a workspace.',
  getStatus: 'Get a status update.',
  getStatusesForObject:
    'Get the status updates of a project, portfolio or goal.',
  getStoriesForGoal: 'Get the comments on a goal, and what happened to it.',
  getStoriesForTask: 'Get the comments on a task, and what happened to it.',
  getStory: 'Get a story: a comment, or something that happened.',
  getTags: 'Get the tags of a workspace.',
  getTaskCountsForProject: 'Count the tasks of a project.',
  getTaskForCustomID:
    'Get a task by what its ID field says, such as `CASE-17`.',
  getTaskTemplates: 'Get the task templates of a project.',
  getTasks: 'Get the tasks of a project or a section, or those of a person.',
  getTasksForTag: 'Get the tasks with a tag.',
  getTasksForUserTaskList: 'Get the tasks in the My Tasks list of a user.',
  getTeamMemberships: 'Get the memberships of a team, or those of a user.',
  getTeamMembershipsForTeam: 'Get the memberships of a team.',
  getTimePeriods: 'Get the time periods of a workspace.',
  getTimeTrackingCategories: 'Get the time tracking categories of a workspace.',
  getTimeTrackingEntries:
    'Get the time that was logged: on a task, in a portfolio, by a user.',
  getTimeTrackingEntriesForTask: 'Get the time that was logged on a task.',
  getTimeTrackingEntriesForTimeTrackingCategory:
    'Get the time that was logged in a time tracking category.',
  getTimesheetApprovalStatuses:
    'Get the approval statuses of the timesheets of a workspace.',
  getUserForWorkspace: 'Get a user as a member of a workspace.',
  getUserTaskList: 'Get the My Tasks list of a user.',
  getUserTaskListForUser: 'Find the My Tasks list of a user in a workspace.',
  getUsers: 'Get all users of a workspace or a team.',
  getWebhooks: 'Get your webhooks.',
  getWorkspaceEvents: 'Get what happened in a workspace since the last time.',
  getWorkspaceMembershipsForWorkspace: 'Get the memberships of a workspace.',
  getWorkspaces: 'Get the workspaces that the token sees.',
  insertEnumOptionForCustomField:
    'Move an option of a custom field before or after another one.',
  insertSectionForProject:
    'Move a section of a project before or after another one.',
  instantiateProject: 'Start to create a project from a template.',
  instantiateTask: 'Start to create a task from a template.',
  projectSaveAsTemplate: 'Start to make a template of a project.',
  rejectAccessRequest: 'Refuse the access that somebody asks for.',
  removeCustomFieldSettingForGoal: 'Remove a custom field from a goal.',
  removeCustomFieldSettingForPortfolio:
    'Remove a custom field from a portfolio.',
  removeCustomFieldSettingForProject: 'Remove a custom field from a project.',
  removeDependenciesForTask:
    'Remove dependencies from a task: it no longer waits for them.',
  removeDependentsForTask:
    'Remove dependents from a task: they no longer wait for it.',
  removeFollowerForTask: 'Remove followers from a task.',
  removeFollowers: 'Remove followers from a goal.',
  removeItemForPortfolio:
    'Remove a project, or another portfolio, from a portfolio.',
  removeProjectForTask: 'Remove a task from a project.',
  removeSupportingRelationship:
    'Make a goal, project, task or portfolio no longer count toward a goal.',
  setParentForTask:
    'Make a task a subtask of another one, or a task of its own again.',
  triggerRule: 'Run a rule that waits for a web request.',
  typeaheadForWorkspace:
    'Find projects, users, tags and the like by a part of their names.',
  updateEnumOption: 'Update an option of a custom field.',
  updateGoalMetric: 'Set the current value of the metric of a goal.',
  updateGoalRelationship: 'Update how much something counts toward a goal.',
  updateMembership: 'Change the access that a membership gives.',
  updateProjectBrief: 'Update the brief of a project.',
  updateProjectPortfolioSetting:
    'Update the settings of a project in one of its portfolios.',
  updateStory: 'Update a comment.',
  updateTimesheetApprovalStatus:
    'Submit, recall, approve or reject the timesheet of a user.',
  updateUserForWorkspace: 'Update a user as a member of a workspace.',
  updateWebhook: 'Replace the filters of a webhook.',
  updateWorkspace: 'Rename a workspace.',
};
