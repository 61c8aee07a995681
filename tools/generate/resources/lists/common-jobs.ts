/** What people do most with the adaptor, and which operations that takes. */
export interface CommonJob {
  readonly what: string;
  /** As they are called in Asana's reference. */
  readonly operations: readonly string[];
}

const names = {
  projects: ['getWorkspaces', 'getProjectsForWorkspace'],
  fields: ['getCustomFieldSettingsForProject'],
  people: ['getProject', 'getUsers'],
  tags: ['getProject', 'getTagsForWorkspace'],
};

const sync = [
  'getTasksForProject',
  'getTaskCountsForProject',
  'createTask',
  'updateTask',
];

const write = ['createTask', 'updateTask', 'deleteTask'];

const createOptions = ['getCustomField', 'createEnumOptionForCustomField'];

const attach = ['getAttachmentsForObject', 'createAttachmentForObject'];

export const commonJobs: readonly CommonJob[] = [
  {
    what: 'Read tasks: `getTask`, `getTasks`, `eachTask`',
    operations: ['getTask', 'getTasksForProject'],
  },
  {
    what: '… of a project by its name',
    operations: ['getTask', 'getTasksForProject', ...names.projects],
  },
  {
    what: 'Search: `searchTask`, `searchTasks`',
    operations: ['getWorkspaces', 'searchTasksForWorkspace'],
  },
  {
    what: '… with projects, custom fields, people and tags by name',
    operations: [
      'searchTasksForWorkspace',
      ...names.projects,
      ...names.fields,
      'getCustomFieldsForWorkspace',
      ...names.people,
      ...names.tags,
    ],
  },
  {
    what: 'Write tasks: `createTask`, `updateTask`, `deleteTask`',
    operations: write,
  },
  {
    what: '… in a project by its name, with custom fields and people by name',
    operations: [
      ...write,
      'getTask',
      ...names.projects,
      ...names.fields,
      ...names.people,
    ],
  },
  {
    what: 'Keep a project in step: `upsertTask`, `upsertTasks`',
    operations: sync,
  },
  {
    what: '… with the project by its name',
    operations: [...sync, ...names.projects],
  },
  {
    what: '… with custom fields by name',
    operations: [...sync, ...names.fields],
  },
  {
    what: '… and `createMissingOptions`',
    operations: [...sync, ...names.fields, ...createOptions],
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
    operations: [...sync, ...attach],
  },
  {
    what: '… with subtasks: `parent`',
    operations: [...sync, 'getSubtasksForTask', 'setParentForTask'],
  },
  {
    what: '… with `section`',
    operations: [...sync, 'getSectionsForProject', 'addTaskForSection'],
  },
  {
    what: '… and `createMissingSections`',
    operations: [
      ...sync,
      'getSectionsForProject',
      'createSectionForProject',
      'addTaskForSection',
    ],
  },
  {
    what: 'Copy a form with photos: the workflow `examples/kobo-to-asana`',
    operations: [
      ...sync,
      ...names.projects,
      ...names.fields,
      ...createOptions,
      ...attach,
    ],
  },
  {
    what: 'Comment: `createTaskStory`',
    operations: ['createStoryForTask'],
  },
  {
    what: 'Attach files: `uploadAttachment`',
    operations: attach,
  },
  {
    what: '… to a project by its name',
    operations: [...attach, ...names.projects],
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
