import * as asana from '../../src/index.js';
import type { Operation } from '../../src/types.js';

const project = 'Grievances – Lake Region';
const options = { externalId: 'name' };
const named = {
  assignee: 'Joseph Okello',
  custom_fields: { Category: 'Water' },
};

interface Board {
  readonly projectGid: string;
  readonly taskGid: string;
}

type Job = (board: Board) => readonly Operation[];

/** A project is given by its gid, unless its name is what the job is about. */
const upsert =
  (row: object, more: object = {}): Job =>
  ({ projectGid }) =>
    // The first creates the task, the second finds and changes it.
    [{}, { notes: 'x' }].map(change =>
      asana.upsertTasks(projectGid, [{ name: 'Case', ...row, ...change }], {
        ...options,
        ...more,
      })
    );

/** Each job of the table of scopes, as somebody writes it. */
export const jobs: Record<string, Job> = {
  'Read tasks: `getTask`, `getTasks`, `eachTask`': ({
    taskGid,
    projectGid,
  }) => [
    asana.getTask(taskGid),
    asana.getTasks(projectGid),
    asana.eachTask(projectGid, {}, () => undefined),
  ],
  '… of a project by its name': ({ taskGid }) => [
    asana.getTask(taskGid),
    asana.getTasks(project),
    asana.eachTask(project, {}, () => undefined),
  ],
  'Search: `searchTask`, `searchTasks`': () => [
    asana.searchTask('x', {}, {}),
    asana.searchTasks({ text: 'x' }),
  ],
  '… with projects, custom fields, people and tags by name': () => [
    asana.searchTasks({
      'projects.any': project,
      'custom_fields.Category.value': 'Water',
      'assignee.any': 'Joseph Okello',
      'tags.any': 'urgent',
    }),
    asana.searchTasks({ 'custom_fields.Category.value': 'Water' }),
  ],
  'Write tasks: `createTask`, `updateTask`, `deleteTask`': ({
    projectGid,
    taskGid,
  }) => [
    asana.createTask({ name: 'x', projects: [projectGid] }),
    asana.updateTask(taskGid, { name: 'y' }),
    asana.deleteTask(taskGid),
  ],
  '… in a project by its name, with custom fields and people by name': ({
    taskGid,
  }) => [
    asana.createTask({ name: 'x', projects: [project], ...named }),
    asana.updateTask(taskGid, named),
    asana.deleteTask(taskGid),
  ],
  'Keep a project in step: `upsertTask`, `upsertTasks`': board => [
    asana.upsertTask(board.projectGid, { ...options, data: { name: 'x' } }),
    ...upsert({})(board),
  ],
  '… with the project by its name': () => [
    asana.upsertTasks(project, [{ name: 'x' }], options),
  ],
  '… with custom fields by name': upsert({
    custom_fields: { Category: 'Water', 'Amount claimed': '12.5' },
  }),
  '… and `createMissingOptions`': upsert(
    { custom_fields: { Category: 'Noise' } },
    { createMissingOptions: true }
  ),
  '… with people by name': upsert({
    assignee: 'Joseph Okello',
    custom_fields: {},
  }),
  '… with `tags`': upsert({ tags: ['urgent'] }),
  '… and `createMissingTags`': upsert(
    { tags: ['quite new'] },
    { createMissingTags: true }
  ),
  '… with `attachments`': upsert({
    attachments: [{ content: 'text', name: 'a.txt' }],
  }),
  '… with subtasks: `parent`': ({ projectGid }) => [
    asana.upsertTasks(
      projectGid,
      [{ name: 'Case' }, { name: 'Visit', parent: 'Case' }],
      options
    ),
    asana.upsertTasks(
      projectGid,
      [
        { name: 'Other' },
        { name: 'Visit', parent: 'Case', notes: 'x' },
        { name: 'Case', parent: 'Other' },
      ],
      options
    ),
  ],
  '… with `section`': upsert({ section: 'In review' }),
  '… and `createMissingSections`': upsert(
    { section: 'Quite new' },
    { createMissingSections: true }
  ),
  'Copy a form with photos: the workflow `examples/kobo-to-asana`': () =>
    [{}, { notes: 'x' }].map(change =>
      asana.upsertTasks(
        project,
        [
          {
            name: 'Case',
            custom_fields: { 'Case ID': 'Case', Category: 'Noise' },
            attachments: [{ content: 'text', name: 'a.txt' }],
            ...change,
          },
        ],
        { ...options, createMissingOptions: true }
      )
    ),
  'Comment: `createTaskStory`': ({ taskGid }) => [
    asana.createTaskStory(taskGid, { text: 'x' }),
  ],
  'Attach files: `uploadAttachment`': ({ taskGid }) => [
    asana.uploadAttachment(taskGid, { content: 'text', name: 'a.txt' }),
  ],
  '… to a project by its name': () => [
    asana.uploadAttachment(project, { content: 'text', name: 'a.txt' }),
  ],
  'Send batches: `batch`': ({ taskGid }) => [
    asana.batch([{ path: `/tasks/${taskGid}` }]),
  ],
  'Follow changes: `getChanges`, `getEvents`': ({ projectGid }) => [
    asana.getChanges(projectGid),
    asana.getEvents(projectGid),
  ],
  'Make webhooks: `webhooks`': () => [
    async state =>
      asana.webhooks.getWebhooks({ workspace: state.workspace })(state),
  ],
};
