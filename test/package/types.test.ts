import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { downloaded } from './downloaded.js';
import { installed, root, type Installed } from './installed.js';
import { run } from './run.js';

/** Compilers, and the ways in which each finds the types of a package. */
const compilers = [
  {
    name: 'our TypeScript',
    folder: () => Promise.resolve(join(root, 'node_modules/typescript')),
    resolutions: [
      ['--module', 'nodenext'],
      ['--module', 'esnext', '--moduleResolution', 'bundler'],
    ],
  },
  {
    // OpenFn builds its adaptors with this version.
    name: 'TypeScript 4.8.4',
    folder: () => downloaded('typescript', '4.8.4'),
    resolutions: [
      ['--module', 'node16'],
      ['--module', 'esnext', '--moduleResolution', 'node'],
    ],
  },
];

const job = `
import Asana, * as asana from '@openfn/language-asana';
import { createTask, each, execute, getTask, getTasks, util } from '@openfn/language-asana';

export const job = execute(
  getTasks('1', { opt_fields: 'name' }),
  each('$.data[*]', getTask(state => state.data.gid)),
  createTask({ name: 'Visit' }),
  asana.upsertTask('1', { externalId: 'name', data: { name: 'Visit' } }),
  Asana.searchTask('visit')
);
export const row: Record<string, unknown> = util.toRow({ gid: '1' });

// @ts-expect-error The gid is missing; where no types are found, that is fine.
getTask();
// @ts-expect-error A number is not a task.
util.toRow(5);
`;

/** Any operation of Asana's API, first as it should be. */
const api = `
import {
  customFields, execute, projects, projectTemplates, sections, tasks, webhooks,
} from '@openfn/language-asana';

export const right = execute(
  tasks.createTask({
    name: 'Visit',
    resource_subtype: 'milestone',
    due_on: new Date(0),
    assignee: null,
    memberships: [{ project: '1', section: '2' }],
    custom_fields: { 3: ['4'] },
  }),
  tasks.createTask(state => ({ name: state.data.name }), { opt_fields: 'gid' }),
  tasks.getTasksForSection(
    state => state.section,
    { completed_since: new Date(0), opt_fields: ['name', 'assignee.name'] },
    (state, task) => ({ ...state, last: task.name })
  ),
  tasks.searchTasksForWorkspace('1', { 'projects.any': ['2'], sort_by: 'likes' }),
  sections.createSectionForProject('1', { name: 'New' }),
  customFields.createEnumOptionForCustomField('1', { name: 'Low' }),
  projectTemplates.instantiateProject('1', { name: 'A' }, {}, { wait: true }),
  webhooks.deleteWebhook('1')
);

// @ts-expect-error A field of the body that there is not.
tasks.createTask({ nmae: 'Visit' });
// @ts-expect-error The same, from state.
tasks.createTask(() => ({ nmae: 'Visit' }));
// @ts-expect-error A value of the wrong kind.
tasks.createTask({ completed: 'yes' });
// @ts-expect-error An enum value that there is not.
tasks.createTask({ resource_subtype: 'milestones' });
// @ts-expect-error Another one.
projects.createProject({ color: 'purple' });
// @ts-expect-error A field of the body that must be there.
webhooks.createWebhook({ resource: '1' });
// @ts-expect-error A body that must be there.
sections.createSectionForProject('1');
// @ts-expect-error A gid that must be there.
tasks.getTask();
// @ts-expect-error A parameter that there is not.
tasks.getTasksForSection('1', { completed: true });
// @ts-expect-error A parameter of the wrong kind.
tasks.getTasksForSection('1', { limit: '10' });
// @ts-expect-error An enum value of a parameter that there is not.
tasks.searchTasksForWorkspace('1', { sort_by: 'name' });
// @ts-expect-error An operation that there is not.
tasks.getTasksForSections('1');
// @ts-expect-error Jobs have no such option.
projectTemplates.instantiateProject('1', { name: 'A' }, {}, { await: true });
`;

/** A deployed handler, which the older way of resolving does not find. */
const handler = `
import {
  createMemoryStore, createWebhookHandler, type WebhookHandler,
} from '@openfn/language-asana/webhooks';

export const handle: WebhookHandler = createWebhookHandler({
  secrets: hook => [hook],
  store: createMemoryStore(),
  onEvents: async ([event], { id, hook, body }) => {
    const gid: string | undefined = event?.resource.gid;
    console.log(gid, id, hook, body);
  },
});
export const answer: Promise<Response> = handle(new Request('https://a.org'));

// @ts-expect-error Nothing is done with the events.
createWebhookHandler({ secrets: ['a'] });
`;

describe('the types of the installed package', () => {
  let project: Installed['project'];

  before(async () => {
    ({ project } = await installed());
    await writeFile(join(project, 'job.mts'), job);
    await writeFile(join(project, 'api.mts'), api);
    await writeFile(join(project, 'handler.mts'), handler);
    await writeFile(join(project, 'handler.cts'), handler);
  });

  for (const { name, folder, resolutions } of compilers) {
    for (const flags of resolutions) {
      it(`compile in a strict project with ${name}, ${flags.at(-1)}`, async () => {
        const compiler = join(await folder(), 'bin/tsc');
        const always = ['--strict', '--noEmit', '--target', 'es2022'];

        const printed = await run(
          process.execPath,
          // The types of common do not pass the check of libraries.
          [
            compiler,
            ...always,
            '--skipLibCheck',
            ...flags,
            'job.mts',
            'api.mts',
            ...(flags.at(-1) === 'node' ? [] : ['handler.mts', 'handler.cts']),
          ],
          project
        );

        expect(printed).to.equal('');
      });
    }
  }
});
