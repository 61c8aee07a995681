/** What people do most with the adaptor, and which operations that takes. */
export interface CommonJob {
  readonly what: string;
  /** As they are called in Asana's reference. */
  readonly operations: readonly string[];
}

const names = {
  projects: ['getWorkspaces', 'getProjectsForWorkspace'],
  fields: ['getCustomFieldSettingsForProject'],
  people: ['getProject', 'getUsersForWorkspace'],
  tags: ['getProject', 'getTagsForWorkspace'],
};

const sync = [
  'getTasksForProject',
  'getTaskCountsForProject',
  'createTask',
  'updateTask',
];

export const commonJobs: readonly CommonJob[] = [
  {
    what: 'Read tasks: `getTask`, `getTasks`, `eachTask`',
    operations: ['getTask', 'getTasksForProject'],
  },
  {
    what: 'Search: `searchTask`, `searchTasks`',
    operations: ['getWorkspaces', 'searchTasksForWorkspace'],
  },
  {
    what: 'Write tasks: `createTask`, `updateTask`, `deleteTask`',
    operations: ['createTask', 'getTask', 'updateTask', 'deleteTask'],
  },
  {
    what: 'Keep a project in step: `upsertTask`, `upsertTasks`',
    operations: sync,
  },
  {
    what: '… with projects by name',
    operations: [...sync, ...names.projects],
  },
  {
    what: '… with custom fields by name',
    operations: [...sync, ...names.fields],
  },
  {
    what: '… and `createMissingOptions`',
    operations: [
      ...sync,
      ...names.fields,
      'getCustomField',
      'createEnumOptionForCustomField',
    ],
  },
  {
    what: '… with people by name',
    operations: [...sync, ...names.people],
  },
  {
    what: '… with `tags`',
    operations: [...sync, ...names.tags, 'addTagForTask', 'removeTagForTask'],
  },
  {
    what: '… and `createMissingTags`',
    operations: [
      ...sync,
      ...names.tags,
      'createTag',
      'addTagForTask',
      'removeTagForTask',
    ],
  },
  {
    what: '… with `attachments`',
    operations: [
      ...sync,
      'getAttachmentsForObject',
      'createAttachmentForObject',
    ],
  },
  {
    what: '… with `section`',
    operations: [...sync, 'getSectionsForProject', 'addTaskForSection'],
  },
  {
    what: 'Comment: `createTaskStory`',
    operations: ['createStoryForTask'],
  },
  {
    what: 'Attach files: `uploadAttachment`',
    operations: ['createAttachmentForObject', 'getAttachmentsForObject'],
  },
  {
    what: 'Send batches: `batch`',
    operations: ['createBatchRequest'],
  },
  {
    what: 'Follow changes: `getChanges`, `getEvents`',
    operations: ['getEvents', 'getTasksForProject', 'getTask'],
  },
  {
    what: 'Make webhooks: `webhooks`',
    operations: ['getWebhooks', 'createWebhook', 'deleteWebhook'],
  },
];
