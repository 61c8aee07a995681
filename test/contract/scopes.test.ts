import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { scopes } from '../../src/generated/scopes.js';
import type { OperationName } from '../../src/generated/endpoints.js';
import * as asana from '../../src/index.js';
import type { Operation } from '../../src/types.js';
import { commonJobs } from '../../tools/generate/resources/lists/common-jobs.js';
import { useCapturedConsole } from '../support/captured-console.js';

const app = { clientId: '12', clientSecret: 'secret-of-the-app' };
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

/** Each job of the table, as somebody writes it. */
const jobs: Record<string, Job> = {
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

describe('the scopes of the table for common jobs', () => {
  useCapturedConsole();
  let sandbox: Sandbox | undefined;

  afterEach(async () => {
    await sandbox?.close();
    sandbox = undefined;
  });

  it('are tried with every job that is in it', () => {
    expect(Object.keys(jobs)).to.eql(commonJobs.map(({ what }) => what));
  });

  /** Runs the job with these scopes, and returns the statuses it met. */
  async function run(what: string, granted: 'default' | readonly string[]) {
    sandbox = await startSandbox({
      oauth: { apps: [{ ...app, scopes: granted }] },
    });
    const { store } = sandbox.asana;
    const projectGid = store.projects.all()[0]!.gid;
    await asana.execute(
      asana.createTask({ name: 'y', projects: [projectGid] })
    )({
      configuration: sandbox.configuration,
    });
    const before = sandbox.requests.length;
    const statuses = () =>
      sandbox!.requests.slice(before).map(({ status }) => status);
    const taskGid = store.tasks.all()[0]!.gid;
    const operations = jobs[what]!({ projectGid, taskGid });
    const configuration = sandbox.issueToken();
    const workspace = store.workspaces.all()[0]!.gid;
    try {
      await asana.execute(...operations)({
        configuration,
        data: {},
        workspace,
      });
    } catch (error) {
      if (!statuses().includes(403)) throw error;
    }
    return statuses();
  }

  for (const { what, operations } of commonJobs) {
    const needed = operations.map(name => scopes[name as OperationName]);
    const granted = needed.includes(undefined)
      ? 'default'
      : [...new Set(needed.flatMap(each => each ?? []))];

    it(`are enough for this: ${what}`, async () => {
      expect(await run(what, granted)).not.to.include.oneOf([401, 402, 403]);
    });
  }

  it('are not enough where one is missing', async () => {
    const granted = ['projects:read', 'tags:read', 'tasks:read', 'tasks:write'];
    expect(await run('… and `createMissingTags`', granted)).to.include(403);
  });
});
