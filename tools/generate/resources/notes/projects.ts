import type { Note } from './note.js';

const reference = 'https://developers.asana.com/reference';

/** What is particular about projects, portfolios and goals. */
export const projectNotes: readonly Note[] = [
  {
    text: 'It takes the place of the metric that the goal has.',
    source: `${reference}/creategoalmetric`,
    operations: ['createGoalMetric'],
  },
  {
    text: '`status` can be set only where the goal has a metric: see `createGoalMetric`.',
    source: `${reference}/updategoal`,
    operations: ['updateGoal'],
  },
  {
    text: 'A goal without a metric is refused with status 400: see `createGoalMetric`.',
    source: `${reference}/updategoalmetric`,
    operations: ['updateGoalMetric'],
  },
  {
    text: '`access_level` is `admin`, `editor`, `commenter` or `viewer`; a portfolio has no `commenter`, a custom field has `admin`, `editor` and `user`.',
    source: `${reference}/createmembership and https://forum.asana.com/t/1089758`,
    operations: ['createMembership', 'updateMembership'],
  },
  {
    text: 'Give `parent`, and `member` to narrow it down; or `member` and `resource_subtype`, such as a team and `project_membership` for the projects that are shared with it.',
    source: `${reference}/getmemberships`,
    operations: ['getMemberships'],
  },
  {
    text: 'Give `portfolio`, or `workspace` and `user`.',
    source: `${reference}/getportfoliomemberships`,
    operations: ['getPortfolioMemberships'],
  },
  {
    text: 'A portfolio holds 1,500 projects and portfolios, and 20 custom fields.',
    source: `${reference}/portfolios`,
    operations: ['addCustomFieldSettingForPortfolio', 'addItemForPortfolio'],
  },
  {
    text: '`include` says what is copied besides custom fields and views, as a text with commas: `description`, `members`, `permissions`, `templates`, `rules`, `child_projects`, `child_portfolios`.',
    source: `${reference}/duplicateportfolio`,
    operations: ['duplicatePortfolio'],
  },
  {
    text: '`include` says what is copied besides tasks, views and rules, as a text with commas: `members`, `notes`, `forms`, `task_notes`, `task_assignee`, `task_subtasks`, `task_dates`, `task_tags` and more. `task_dates` needs `schedule_dates`.',
    source: `${reference}/duplicateproject`,
    operations: ['duplicateProject'],
  },
  {
    text: '`requested_dates` and `requested_roles` are for those that `getProjectTemplate` lists, by their gids. With `is_strict: true` a missing date is refused.',
    source: `${reference}/instantiateproject`,
    operations: ['instantiateProject'],
  },
  {
    text: 'A project in an organization gives its template to a `team`, any other one to a `workspace`.',
    source: `${reference}/projectsaveastemplate`,
    operations: ['projectSaveAsTemplate'],
  },
  {
    text: 'Asana calls its interface for briefs a preview: it may change.',
    source: `${reference}/project-briefs`,
    operations: [
      'createProjectBrief',
      'deleteProjectBrief',
      'getProjectBrief',
      'updateProjectBrief',
    ],
  },
  {
    text: 'In a large workspace Asana may take too long to answer.',
    source: `${reference}/getprojectsforworkspace`,
    operations: ['getProjects', 'getProjectsForWorkspace'],
  },
  {
    text: 'It finds all projects, the newest first; with `limit`, or another `sort_by` than `created_at`, those of one page. Days are `YYYY-MM-DD` and times ISO date-times.',
    source: `${reference}/searchprojectsforworkspace`,
    operations: ['searchProjectsForWorkspace'],
  },
  {
    text: 'Name the counts that you want in `opt_fields`: without it, the answer is empty. Asana has a limit of its own for it, and each count costs much.',
    source: `${reference}/gettaskcountsforproject`,
    operations: ['getTaskCountsForProject'],
  },
  {
    text: 'Who follows a project is also a member of it.',
    source: `${reference}/addfollowersforproject`,
    operations: ['addFollowersForProject'],
  },
  {
    text: 'They stay members of the project.',
    source: `${reference}/removefollowersforproject`,
    operations: ['removeFollowersForProject'],
  },
  {
    text: 'A status update cannot be changed later. Which `status_type` there is depends on the parent: `achieved`, `partial` and `missed` are for goals, `complete` and `on_hold` for projects and portfolios, `on_track`, `at_risk`, `off_track` and `dropped` for all.',
    source: `${reference}/status-updates`,
    operations: ['createStatusForObject'],
  },
];
