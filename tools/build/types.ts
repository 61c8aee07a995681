import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';
import { root } from './root.js';

/**
 * Writes the declarations that editors and OpenFn's job compiler read. A type
 * error fails the build, and a declaration whose source is gone goes with it.
 */
export async function declareTypes(): Promise<void> {
  await rm(new URL('types', root), { recursive: true, force: true });
  await run(process.execPath, [
    fileURLToPath(new URL('node_modules/typescript/bin/tsc', root)),
    '--project',
    'tsconfig.types.json',
  ]);
}
