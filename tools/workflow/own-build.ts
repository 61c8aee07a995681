import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { WorkflowError } from './workflow-error.js';

/**
 * Puts the built adaptor where an installed one would be, and returns the
 * folder. The runtime recognizes the errors of an adaptor, and keeps their
 * details, only if the adaptor's file is below `@openfn/language-…`.
 *
 * @param root The folder of the adaptor's `package.json`.
 */
export function installOwnBuild(root: string): string {
  const bundle = join(root, 'dist/index.js');
  if (!existsSync(bundle)) {
    throw new WorkflowError('The adaptor is not built: run npm run build.');
  }
  const digest = createHash('sha256').update(readFileSync(bundle));
  const cache = join(root, 'node_modules/.cache/adaptor');
  const parent = join(cache, digest.digest('hex').slice(0, 16));
  const folder = join(parent, '@openfn/language-asana');
  if (existsSync(folder)) return folder;

  // Another process may do the same: whoever renames first has done it.
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  const copy = join(draft, '@openfn/language-asana');
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true });
  try {
    renameSync(draft, parent);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}
