import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lodash from 'lodash';
import { npm } from './run.js';

/** The folder of the adaptor in this repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A project of somebody who has installed the packed adaptor. */
export interface Installed {
  readonly project: string;
  /** The adaptor's folder below the project's node_modules. */
  readonly adaptor: string;
}

const folders: string[] = [];

/** Packs the adaptor and installs it with its dependencies, once for all. */
export const installed = lodash.once(async (): Promise<Installed> => {
  const folder = await realpath(
    await mkdtemp(join(tmpdir(), 'asana-package-'))
  );
  folders.push(folder);
  const packed = await npm(
    ['pack', '--json', '--pack-destination', folder],
    root
  );
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const project = join(folder, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "private": true }');
  await npm(['install', '--prefer-offline', join(folder, filename)], project);
  return {
    project,
    adaptor: join(project, 'node_modules/@openfn/language-asana'),
  };
});

after(async () => {
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true });
  }
});
