import type { Examples } from '../example.js';

/** Of projects, portfolios and goals, and who shares them. */
export const projectExamples: Examples = {
  addCustomFieldSettingForProject: {
    caption: 'Show a custom field in a project, in the list too',
    code: 'projects.addCustomFieldSettingForProject($.projectGid, { custom_field: $.data.gid, is_important: true });',
  },
  addItemForPortfolio: {
    caption: 'Add the project that was created before to a portfolio',
    code: 'portfolios.addItemForPortfolio($.portfolioGid, { item: $.data.gid });',
  },
  addSupportingRelationship: {
    caption: 'Let a project count for half of a goal',
    code: 'goalRelationships.addSupportingRelationship($.goalGid, { supporting_resource: $.projectGid, contribution_weight: 0.5 });',
  },
  createAccessRequest: {
    caption: 'Ask for access to a project',
    code: `accessRequests.createAccessRequest({ target: $.projectGid, message: 'For the monthly report' });`,
  },
  createAllocation: {
    caption: 'Plan half of the time of a user for a project',
    code: `allocations.createAllocation({ assignee: $.userGid, parent: $.projectGid, start_date: $.data.first_day, end_date: $.data.last_day, effort: { type: 'percent', value: 50 } });`,
  },
  createBudget: {
    caption: 'Give a project a budget of 100 hours',
    code: `budgets.createBudget({ parent: $.projectGid, budget_type: 'time', total: { value: 6000 } });`,
  },
  createGoal: {
    caption: 'Create a goal for a quarter',
    code: 'goals.createGoal({ workspace: $.workspaceGid, name: $.data.name, time_period: $.timePeriodGid, owner: $.userGid });',
  },
  createGoalMetric: {
    caption: 'Measure a goal by a number of cases',
    code: `goals.createGoalMetric($.data.gid, { unit: 'none', precision: 0, initial_number_value: 0, target_number_value: 500, progress_source: 'manual' });`,
  },
  createMembership: {
    caption: 'Share a project with a team',
    code: `memberships.createMembership({ parent: $.projectGid, member: $.teamGid, access_level: 'editor' });`,
  },
  createPortfolio: {
    caption: 'Create a portfolio',
    code: `portfolios.createPortfolio({ workspace: $.workspaceGid, name: $.data.region, color: 'light-green' });`,
  },
  createProject: {
    caption: 'Create a board for a region',
    code: `projects.createProject({ workspace: $.workspaceGid, name: $.data.region, default_view: 'board' });`,
  },
  createProjectBrief: {
    caption: 'Create the brief of a project',
    code: 'projectBriefs.createProjectBrief($.projectGid, { title: $.data.title, text: $.data.summary });',
  },
  createProjectForTeam: {
    caption: 'Create a board for a team',
    code: `projects.createProjectForTeam($.teamGid, { name: $.data.region, default_view: 'board' });`,
  },
  createProjectForWorkspace: {
    caption: 'Create a board for a region',
    code: `projects.createProjectForWorkspace($.workspaceGid, { name: $.data.region, default_view: 'board' });`,
  },
  createProjectStatusForProject: {
    caption: 'Create a status of a project',
    code: `projectStatuses.createProjectStatusForProject($.projectGid, { text: $.data.summary, color: 'green' });`,
  },
  createRate: {
    caption: 'Set the rate of a user in a project',
    code: 'rates.createRate({ parent: $.projectGid, resource: $.userGid, rate: $.data.rate });',
  },
  createStatusForObject: {
    caption: 'Report that a project is on track',
    code: `statusUpdates.createStatusForObject({ parent: $.projectGid, status_type: 'on_track', title: $.data.title, text: $.data.summary });`,
  },
  duplicateProject: {
    caption: 'Copy a project for a new region, and wait for the copy',
    code: `projects.duplicateProject($.projectGid, { name: $.data.region, include: 'members,task_notes,task_subtasks' }, {}, { wait: true });`,
  },
  getAllocations: {
    caption: 'Get who is planned for a project',
    code: `allocations.getAllocations({ parent: $.projectGid, opt_fields: ['assignee.name', 'start_date', 'end_date'] });`,
  },
  getGoals: {
    caption: 'Get the goals of a workspace',
    code: `goals.getGoals({ workspace: $.workspaceGid, opt_fields: ['name', 'status', 'due_on'] });`,
  },
  getMemberships: {
    caption: 'Get the projects that are shared with a team',
    code: `memberships.getMemberships({ member: $.teamGid, resource_subtype: 'project_membership', opt_fields: ['parent.name', 'access_level'] });`,
  },
  getPortfolioMemberships: {
    caption: 'Get the memberships of a portfolio',
    code: `portfolioMemberships.getPortfolioMemberships({ portfolio: $.portfolioGid, opt_fields: ['user.name', 'access_level'] });`,
  },
  getPortfolios: {
    caption: 'Get your portfolios',
    code: `portfolios.getPortfolios({ workspace: $.workspaceGid, owner: 'me', opt_fields: ['name', 'due_on'] });`,
  },
  getProjectTemplates: {
    caption: 'Get the project templates of a workspace',
    code: `projectTemplates.getProjectTemplates({ workspace: $.workspaceGid, opt_fields: ['name'] });`,
  },
  getProjects: {
    caption: 'Get the projects of a workspace that are not archived',
    code: `projects.getProjects({ workspace: $.workspaceGid, archived: false, opt_fields: ['name'] });`,
  },
  getRates: {
    caption: 'Get the rates in a project',
    code: 'rates.getRates({ parent: $.projectGid });',
  },
  getStatusesForObject: {
    caption: 'Get the status updates of a project since the last run',
    code: `statusUpdates.getStatusesForObject({ parent: $.projectGid, created_since: $.cursor, opt_fields: ['title', 'status_type'] });`,
  },
  getTaskCountsForProject: {
    caption: 'Count the tasks of a project that are open',
    code: `projects.getTaskCountsForProject($.projectGid, { opt_fields: ['num_incomplete_tasks'] });`,
  },
  instantiateProject: {
    caption: 'Create a project from a template, and wait for it',
    code: `projectTemplates.instantiateProject($.templateGid, { name: $.data.region, requested_dates: [{ gid: '1', value: $.data.start }] }, {}, { wait: true });`,
  },
  projectSaveAsTemplate: {
    caption: 'Make a template of a project, for the team',
    code: `projects.projectSaveAsTemplate($.projectGid, { name: $.data.name, team: $.teamGid, public: true }, {}, { wait: true });`,
  },
  removeCustomFieldSettingForProject: {
    caption: 'Remove a custom field from a project',
    code: 'projects.removeCustomFieldSettingForProject($.projectGid, { custom_field: $.data.gid });',
  },
  searchProjectsForWorkspace: {
    caption: 'Find the projects of a team that are not completed',
    code: `projects.searchProjectsForWorkspace($.workspaceGid, { 'teams.any': [$.teamGid], completed: false, opt_fields: ['name', 'due_on'] });`,
  },
  updateAllocation: {
    caption: 'Let an allocation end on another day',
    code: 'allocations.updateAllocation($.data.gid, { end_date: $.data.last_day });',
  },
  updateBudget: {
    caption: 'Raise a budget of time to 120 hours',
    code: 'budgets.updateBudget($.data.gid, { total: { value: 7200 } });',
  },
  updateGoal: {
    caption: 'Set where a goal stands',
    code: `goals.updateGoal($.data.gid, { status: 'green' });`,
  },
  updateGoalRelationship: {
    caption: 'Let a project count for half of a goal',
    code: 'goalRelationships.updateGoalRelationship($.data.gid, { contribution_weight: 0.5 });',
  },
  updatePortfolio: {
    caption: 'Fill in a custom field of a portfolio',
    code: 'portfolios.updatePortfolio($.data.gid, { custom_fields: { [$.fieldGid]: $.data.region } });',
  },
  updateProject: {
    caption: 'Archive a project',
    code: 'projects.updateProject($.projectGid, { archived: true });',
  },
  updateProjectPortfolioSetting: {
    caption: 'Let the members of a portfolio see a project in it',
    code: 'projectPortfolioSettings.updateProjectPortfolioSetting($.data.gid, { is_access_control_inherited: true });',
  },
  updateRate: {
    caption: 'Change a rate',
    code: 'rates.updateRate($.data.gid, { rate: $.data.rate });',
  },
};
