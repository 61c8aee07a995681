import type { Note } from './note.js';

const reference = 'https://developers.asana.com/reference';

/** What is particular about fields, files, events, people and the rest. */
export const otherNotes: readonly Note[] = [
  {
    text: 'The operation `uploadAttachment` does the same for files, and takes the name of a project.',
    source: 'src/Adaptor.ts',
    operations: ['createAttachmentForObject'],
  },
  {
    text: '`file` is what `uploadAttachment` takes: `{ url, headers }`, or a `content` with a `name`; 100 MB at most. A link needs `resource_subtype: "external"`, a `name` and a `url`.',
    source: `${reference}/createattachmentforobject`,
    operations: ['createAttachmentForObject'],
  },
  {
    text: 'Images in the notes of a task are listed too. `download_url`, which you ask for in `opt_fields`, is good for about two minutes.',
    source: `${reference}/getattachmentsforobject`,
    operations: ['getAttachmentsForObject'],
  },
  {
    text: '`download_url` is good for about two minutes.',
    source: `${reference}/attachments`,
    operations: ['getAttachment'],
  },
  {
    text: 'Asana keeps events for 90 days, and has none from before October 8, 2021.',
    source: `${reference}/getauditlogevents`,
    operations: ['getAuditLogEvents'],
  },
  {
    text: 'The operation `batch` takes any number of requests, and sends once more what Asana could not take at that moment.',
    source: 'src/Adaptor.ts',
    operations: ['createBatchRequest'],
  },
  {
    text: 'Each action counts as one request. The answer is a success even if all of them failed: look at the `status_code` of each.',
    source: `${reference}/batch-api`,
    operations: ['createBatchRequest'],
  },
  {
    text: 'The value of a budget of `time` is in minutes.',
    source: `${reference}/budgets`,
    operations: ['createBudget', 'getBudget', 'getBudgets', 'updateBudget'],
  },
  {
    text: 'The name must not be that of another custom field of the workspace, or of a field that every task has. An enum field needs `enum_options`.',
    source: `${reference}/createcustomfield`,
    operations: ['createCustomField'],
  },
  {
    text: 'Its type cannot be changed, and its options only by `createEnumOptionForCustomField`, `updateEnumOption` and `insertEnumOptionForCustomField`.',
    source: `${reference}/updatecustomfield`,
    operations: ['updateCustomField'],
  },
  {
    text: 'A custom field has at most 500 options; those that are disabled count.',
    source: `${reference}/createenumoptionforcustomfield`,
    operations: ['createEnumOptionForCustomField'],
  },
  {
    text: 'One option must stay enabled.',
    source: `${reference}/updateenumoption`,
    operations: ['updateEnumOption'],
  },
  {
    text: 'The operation `getEvents` keeps the token from run to run, and `getChanges` says which tasks of a project changed.',
    source: 'src/Adaptor.ts',
    operations: ['getEvents'],
  },
  {
    text: 'Without `sync` it gives no events, but a token in `state.response.sync`: give it the next time. A token is good for 24 hours at most; with one that is too old, read everything again.',
    source: `${reference}/getevents`,
    operations: ['getEvents', 'getWorkspaceEvents'],
  },
  {
    text: 'Events of a project are also those of its tasks, their subtasks and comments.',
    source: `${reference}/events`,
    operations: ['getEvents'],
  },
  {
    text: 'An export with more than 1,000 tasks is kept for four hours: until then you get the same again.',
    source: `${reference}/creategraphexport`,
    operations: ['createGraphExport'],
  },
  {
    text: 'A workspace has one such export at a time: a second one is refused with status 403. The file is kept for 30 days.',
    source: `${reference}/createresourceexport`,
    operations: ['createResourceExport'],
  },
  {
    text: '`download_url` is good for about an hour.',
    source: `${reference}/organization-exports`,
    operations: ['getOrganizationExport'],
  },
  {
    text: 'A token that sees several workspaces must say which one by `workspace`.',
    source: 'https://forum.asana.com/t/1031581',
    operations: ['getProjects', 'getTags', 'getUsers'],
  },
  {
    text: 'Asana lists the first 2,000 in alphabetical order, and no more; `users.getUsers` lists all. E-mail addresses come only with `opt_fields: "email"`.',
    source: `${reference}/getusersforworkspace`,
    operations: ['getUsersForTeam', 'getUsersForWorkspace'],
  },
  {
    text: 'E-mail addresses come only with `opt_fields: "email"`.',
    source: `${reference}/getusers`,
    operations: ['getUsers'],
  },
  {
    text: '`me` is the user of the token; an e-mail address works as well as a gid.',
    source: `${reference}/users`,
    operations: ['getUser'],
  },
  {
    text: 'It is one page, of 20 unless `count` says more, up to 100: not for finding everything.',
    source: `${reference}/typeaheadforworkspace`,
    operations: ['typeaheadForWorkspace'],
  },
  {
    text: 'While this call waits, Asana sends `X-Hook-Secret` to `target`, which must answer with the same header and keep it. The adaptor does not keep the secret: it would be stored with the state. A webhook on a workspace, team or portfolio needs `filters`. The same webhook a second time is refused with status 403.',
    source:
      'https://developers.asana.com/docs/webhooks-guide and https://github.com/Asana/node-asana/issues/156',
    operations: ['createWebhook'],
  },
  {
    text: 'It lists those that were made with the same token or app.',
    source: `${reference}/getwebhooks`,
    operations: ['getWebhooks'],
  },
  {
    text: 'The filters that it had are gone.',
    source: `${reference}/updatewebhook`,
    operations: ['updateWebhook'],
  },
  {
    text: 'An event that is under way may still arrive.',
    source: `${reference}/deletewebhook`,
    operations: ['deleteWebhook'],
  },
  {
    text: 'A week is from a Monday to the Sunday after it.',
    source: `${reference}/createtimesheetapprovalstatus`,
    operations: ['createTimesheetApprovalStatus'],
  },
  {
    text: 'A step that cannot follow is refused with status 400, such as to approve what nobody submitted.',
    source: `${reference}/updatetimesheetapprovalstatus`,
    operations: ['updateTimesheetApprovalStatus'],
  },
  {
    text: 'The rule must have the trigger "incoming web request", whose gid it is. `resource` is a task of its project, `action_data` what the rule works with.',
    source: `${reference}/rules`,
    operations: ['triggerRule'],
  },
  {
    text: 'The user is given by e-mail address or gid.',
    source: `${reference}/adduserforworkspace`,
    operations: ['addUserForWorkspace', 'removeUserForWorkspace'],
  },
  {
    text: 'Nothing but the name can be changed.',
    source: `${reference}/updateworkspace`,
    operations: ['updateWorkspace'],
  },
];
