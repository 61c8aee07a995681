import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './installed.js';
import { npm } from './run.js';

/**
 * A version of a package that the checkout itself does not depend on; it is
 * kept below node_modules, so that the next run finds it there.
 *
 * @returns the folder of the package
 */
export async function downloaded(
  name: string,
  version: string
): Promise<string> {
  const cache = join(root, 'node_modules/.cache/package-test', name, version);
  const folder = join(cache, 'node_modules', name);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    await npm(
      ['install', '--prefix', cache, '--no-save', `${name}@${version}`],
      cache
    );
  }
  return folder;
}
