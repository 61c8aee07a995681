import type { Note } from './note.js';

const reference = 'https://developers.asana.com/reference';

/** Which plan, token or role an operation needs. */
export const accessNotes: readonly Note[] = [
  {
    text: 'Asana offers search with paid plans only: on a free plan it is refused with status 402. It allows 60 searches a minute.',
    source: `${reference}/searchtasksforworkspace and https://developers.asana.com/docs/rate-limits`,
    operations: ['searchProjectsForWorkspace', 'searchTasksForWorkspace'],
  },
  {
    text: 'Only the token of a service account can read it, which Asana has on its Enterprise plans.',
    source: `${reference}/audit-log-api`,
    operations: ['getAuditLogEvents'],
    saysToken: true,
  },
  {
    text: 'Only the token of a service account can do this, which Asana has on its Enterprise plans.',
    source: `${reference}/organization-exports`,
    operations: ['createOrganizationExport', 'getOrganizationExport'],
    saysToken: true,
  },
  {
    text: 'It needs the Enterprise or Enterprise+ plan.',
    source: `${reference}/exports`,
    operations: ['createGraphExport'],
  },
  {
    text: 'It needs the token of a service account, and the Enterprise+ plan or the add-on for compliance management.',
    source: `${reference}/exports`,
    operations: ['createResourceExport'],
    saysToken: true,
  },
  {
    text: 'Asana has custom fields on paid plans only: otherwise it is refused with status 402.',
    source: `${reference}/custom-fields and https://forum.asana.com/t/189341`,
    operations: [
      'addCustomFieldSettingForGoal',
      'addCustomFieldSettingForPortfolio',
      'addCustomFieldSettingForProject',
      'createCustomField',
      'createEnumOptionForCustomField',
      'deleteCustomField',
      'getCustomField',
      'getCustomFieldSettingsForGoal',
      'getCustomFieldSettingsForPortfolio',
      'getCustomFieldSettingsForProject',
      'getCustomFieldSettingsForTeam',
      'getCustomFieldsForWorkspace',
      'insertEnumOptionForCustomField',
      'removeCustomFieldSettingForGoal',
      'removeCustomFieldSettingForPortfolio',
      'removeCustomFieldSettingForProject',
      'updateCustomField',
      'updateEnumOption',
    ],
  },
  {
    text: 'A custom field that somebody has locked can be changed only by that person.',
    source: `${reference}/updatecustomfield`,
    operations: [
      'createEnumOptionForCustomField',
      'deleteCustomField',
      'insertEnumOptionForCustomField',
      'updateCustomField',
      'updateEnumOption',
    ],
  },
  {
    text: 'The rate of a placeholder can be changed only on the Enterprise and Enterprise+ plans.',
    source: `${reference}/getrates`,
    operations: ['createRate', 'deleteRate', 'updateRate'],
  },
  {
    text: 'Roles are made by the super admins of a workspace.',
    source: `${reference}/roles`,
    operations: ['createRole', 'deleteRole', 'updateRole'],
  },
  {
    text: 'You must be a member of the team yourself.',
    source: `${reference}/adduserforteam`,
    operations: ['addUserForTeam', 'removeUserForTeam'],
  },
  {
    text: 'You must be an admin of the workspace. With a personal access token, what belonged to the user becomes yours.',
    source: `${reference}/removeuserforworkspace`,
    operations: ['removeUserForWorkspace'],
  },
  {
    text: 'Categories are made by the admins of a workspace.',
    source: `${reference}/time-tracking-categories`,
    operations: [
      'createTimeTrackingCategory',
      'deleteTimeTrackingCategory',
      'updateTimeTrackingCategory',
    ],
  },
  {
    text: 'You see your own portfolios; only a service account sees those of others, all of them or those of an `owner`.',
    source: `${reference}/getportfolios`,
    operations: ['getPortfolios'],
  },
  {
    text: 'Asana tells the favorites of the user of the token only: write `me`.',
    source: `${reference}/getfavoritesforuser`,
    operations: ['getFavoritesForUser'],
  },
  {
    text: 'Only the user who started a job can look at it.',
    source: `${reference}/jobs`,
    operations: ['getJob'],
  },
  {
    text: 'You can only delete what you wrote yourself.',
    source: `${reference}/deletestory`,
    operations: ['deleteStory'],
  },
  {
    text: 'With OAuth, `memberships` also needs `projects:read` and `project_sections:read`, and `actual_time_minutes` needs `time_tracking_entries:read`.',
    source: `${reference}/gettask`,
    operations: ['getTask', 'getTaskForCustomID'],
  },
  {
    text: 'With OAuth, `team` also needs `teams:read`.',
    source: `${reference}/getproject`,
    operations: ['getProject', 'getTeamMembership'],
  },
  {
    text: 'With OAuth, `time_period` also needs `time_periods:read`.',
    source: `${reference}/getgoal`,
    operations: ['getGoal'],
  },
  {
    text: 'With OAuth, what the job has made needs the scope to read that, such as `projects:read` for `new_project`.',
    source: `${reference}/getjob`,
    operations: ['getJob'],
  },
];
