import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAdaptorExports } from '../compile/adaptor-exports.js';
import type { AdaptorView } from '../compile/imports.js';
import { parseAdaptorName } from './adaptor-name.js';
import { installOwnBuild } from './own-build.js';
import { WorkflowError } from './workflow-error.js';

/** An adaptor that is here, for the compiler and for the runtime. */
export interface Adaptor extends AdaptorView {
  /** The folder that the runtime loads it from. */
  readonly path: string;
  readonly version: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Finds an adaptor among the installed packages; `@openfn/language-asana` is
 * the one that is built here.
 */
export function findAdaptor(text: string): Adaptor {
  const wanted = parseAdaptorName(text);
  const own = readManifest(root);
  const isOwn = wanted.name === own.name;
  const folder = isOwn ? root : join(root, 'node_modules', wanted.name);
  if (!existsSync(join(folder, 'package.json'))) {
    throw new WorkflowError(
      `The adaptor ${wanted.name} is not installed here: add it with npm install --save-dev ${wanted.name}.`
    );
  }
  const { name, version } = isOwn ? own : readManifest(folder);
  requireSameMajor(text, wanted.version, version);
  return {
    name,
    version,
    exports: readAdaptorExports(folder),
    path: isOwn ? installOwnBuild(root) : folder,
  };
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Another major version may do something else than the workflow expects. */
function requireSameMajor(
  text: string,
  wanted: string | undefined,
  found: string
): void {
  if (!wanted || !/^\d/.test(wanted)) return;
  const [major] = found.split('.');
  if (wanted.split('.')[0] === major) return;
  throw new WorkflowError(
    `The workflow asks for ${text}, but version ${found} is here.`
  );
}
