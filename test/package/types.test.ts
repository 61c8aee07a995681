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

describe('the types of the installed package', () => {
  let project: Installed['project'];

  before(async () => {
    ({ project } = await installed());
    await writeFile(join(project, 'job.mts'), job);
  });

  for (const { name, folder, resolutions } of compilers) {
    for (const flags of resolutions) {
      it(`compile in a strict project with ${name}, ${flags.at(-1)}`, async () => {
        const compiler = join(await folder(), 'bin/tsc');
        const always = ['--strict', '--noEmit', '--target', 'es2022'];

        const printed = await run(
          process.execPath,
          // The types of common do not pass the check of libraries.
          [compiler, ...always, '--skipLibCheck', ...flags, 'job.mts'],
          project
        );

        expect(printed).to.equal('');
      });
    }
  }
});
