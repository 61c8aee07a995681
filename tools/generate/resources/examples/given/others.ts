import type { Examples } from '../example.js';

/** Of fields, people, exports, events and the rest. */
export const otherExamples: Examples = {
  addUserForTeam: {
    caption: 'Add a new colleague to a team',
    code: 'teams.addUserForTeam($.teamGid, { user: $.data.email });',
  },
  addUserForWorkspace: {
    caption: 'Invite a new colleague to a workspace',
    code: 'workspaces.addUserForWorkspace($.workspaceGid, { user: $.data.email });',
  },
  createCustomField: {
    caption: 'Create a custom field with two options',
    code: `customFields.createCustomField({ workspace: $.workspaceGid, name: 'Severity', resource_subtype: 'enum', enum_options: [{ name: 'High', color: 'red' }, { name: 'Low' }] });`,
  },
  createEnumOptionForCustomField: {
    caption: 'Add an option to a custom field, for a new district',
    code: 'customFields.createEnumOptionForCustomField($.customFieldGid, { name: $.data.district });',
  },
  createGraphExport: {
    caption: 'Export a portfolio, and wait for the file',
    code: 'dataExports.createGraphExport({ parent: $.portfolioGid }, { wait: 280 });',
  },
  createOrganizationExport: {
    caption:
      'Start an export of an organization, and look at it in a later run',
    code: 'organizationExports.createOrganizationExport({ organization: $.workspaceGid });',
  },
  createResourceExport: {
    caption: 'Export the tasks of a workspace, and wait for the file',
    code: `dataExports.createResourceExport({ workspace: $.workspaceGid, export_request_parameters: [{ resource_type: 'task' }] }, { wait: 280 });`,
  },
  createTagForWorkspace: {
    caption: 'Create a tag',
    code: 'tags.createTagForWorkspace($.workspaceGid, { name: $.data.district });',
  },
  createTeam: {
    caption: 'Create a team that anybody may join',
    code: `teams.createTeam({ organization: $.workspaceGid, name: $.data.region, visibility: 'public' });`,
  },
  createWebhook: {
    caption: 'Tell a workflow of OpenFn when a task changes',
    code: `webhooks.createWebhook({ resource: $.projectGid, target: $.webhookUrl, filters: [{ resource_type: 'task', action: 'changed' }] });`,
  },
  getAttachmentsForObject: {
    caption: 'Get the files of a task, with where to download them',
    code: `attachments.getAttachmentsForObject({ parent: $.data.gid, opt_fields: ['name', 'download_url'] });`,
  },
  getAuditLogEvents: {
    caption: 'Get what happened since the last run',
    code: 'auditLog.getAuditLogEvents($.workspaceGid, { start_at: $.cursor });',
  },
  getCustomField: {
    caption: 'Get the options of a custom field',
    code: `customFields.getCustomField($.customFieldGid, { opt_fields: ['name', 'enum_options.name'] });`,
  },
  getCustomFieldSettingsForProject: {
    caption: 'Get the custom fields of a project, with their options',
    code: `customFieldSettings.getCustomFieldSettingsForProject($.projectGid, { opt_fields: ['custom_field.name', 'custom_field.enum_options.name'] });`,
  },
  getCustomFieldsForWorkspace: {
    caption: 'Get the custom fields of a workspace, with their types',
    code: `customFields.getCustomFieldsForWorkspace($.workspaceGid, { opt_fields: ['name', 'resource_subtype'] });`,
  },
  getEvents: {
    caption: 'Get what changed in a project since the last run',
    code: `events.getEvents({ resource: $.projectGid, sync: $.syncToken }).then(state => ({ ...state, syncToken: state.response.sync }));`,
  },
  getFavoritesForUser: {
    caption: 'Get the projects that you have starred',
    code: `users.getFavoritesForUser('me', { workspace: $.workspaceGid, resource_type: 'project', opt_fields: ['name'] });`,
  },
  getReactionsOnObject: {
    caption: 'Get who gave a comment a thumbs-up',
    code: `reactions.getReactionsOnObject({ target: $.data.gid, emoji_base: '👍' });`,
  },
  getRoles: {
    caption: 'Get the roles of a workspace',
    code: `roles.getRoles({ workspace: $.workspaceGid, opt_fields: ['name'] });`,
  },
  getTags: {
    caption: 'Get the tags of a workspace',
    code: `tags.getTags({ workspace: $.workspaceGid, opt_fields: ['name', 'color'] });`,
  },
  getTeamMemberships: {
    caption: 'Get the members of a team',
    code: `teamMemberships.getTeamMemberships({ team: $.teamGid, opt_fields: ['user.name', 'is_guest'] });`,
  },
  getUsers: {
    caption: 'Get all users of a workspace, with their e-mail addresses',
    code: `users.getUsers({ workspace: $.workspaceGid, opt_fields: ['name', 'email'] });`,
  },
  getWebhook: {
    caption: 'Get when a webhook last worked, and when it last failed',
    code: `webhooks.getWebhook($.data.gid, { opt_fields: ['active', 'last_success_at', 'last_failure_at'] });`,
  },
  getWebhooks: {
    caption: 'Get your webhooks on a project',
    code: `webhooks.getWebhooks({ workspace: $.workspaceGid, resource: $.projectGid, opt_fields: ['target', 'active'] });`,
  },
  getWorkspaceEvents: {
    caption: 'Get what changed in a workspace since the last run',
    code: 'workspaces.getWorkspaceEvents($.workspaceGid, { sync: $.syncToken }).then(state => ({ ...state, syncToken: state.response.sync }));',
  },
  insertEnumOptionForCustomField: {
    caption: 'Move an option before another one',
    code: 'customFields.insertEnumOptionForCustomField($.customFieldGid, { enum_option: $.data.gid, before_enum_option: $.otherOptionGid });',
  },
  triggerRule: {
    caption: 'Run a rule for a task',
    code: 'rules.triggerRule($.ruleTriggerGid, { resource: $.data.gid, action_data: { case_id: $.data.case_id } });',
  },
  typeaheadForWorkspace: {
    caption: 'Find a project by the beginning of its name',
    code: `typeahead.typeaheadForWorkspace($.workspaceGid, { resource_type: 'project', query: $.data.region, count: 5 });`,
  },
  updateEnumOption: {
    caption: 'Disable an option of a custom field',
    code: 'customFields.updateEnumOption($.data.gid, { enabled: false });',
  },
  updateUser: {
    caption: 'Fill in a custom field of a user',
    code: 'users.updateUser($.data.email, { custom_fields: { [$.fieldGid]: $.data.region } }, { workspace: $.workspaceGid });',
  },
  updateUserForWorkspace: {
    caption: 'Fill in a custom field of a user',
    code: 'users.updateUserForWorkspace($.workspaceGid, $.data.email, { custom_fields: { [$.fieldGid]: $.data.region } });',
  },
  updateWebhook: {
    caption: 'Tell of new tasks only',
    code: `webhooks.updateWebhook($.data.gid, { filters: [{ resource_type: 'task', action: 'added' }] });`,
  },
};
