/**
 * Writes the generated part of the adaptor from Asana's API description, and
 * tells what the description has that was not there before.
 *
 *   npm run generate                     writes the files
 *   npm run generate -- --check          fails when they are not up to date
 *   npm run generate -- --from FILE      reads a newer description
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChanges, type Sources } from './changes/find-changes.js';
import { printChanges } from './changes/print-changes.js';
import { defaultPath, readDescription } from './description.js';
import {
  differing,
  leftOver,
  removeFiles,
  root,
  toFiles,
  writeFiles,
} from './output.js';
import { generatedFolders, toOutputs } from './outputs.js';

const { values: flags } = parseArgs({
  options: { check: { type: 'boolean' }, from: { type: 'string' } },
});
const path = flags.from ?? defaultPath;

if (!existsSync(path)) {
  console.log(
    `generate: skipped, there is no API description at ${path.toString()}.`
  );
  process.exit(flags.from === undefined ? 0 : 1);
}

const files = await toFiles(await toOutputs(await readDescription(path)));
const changed = await differing(files);
const gone = generatedFolders.flatMap(folder => leftOver(files, folder));
const changes = printChanges(
  await findChanges(
    await sourcesBy(readOld),
    await sourcesBy(file => files.get(file) ?? '')
  )
);

if (changes !== '') console.log(changes);
if (changed.length === 0 && gone.length === 0) {
  console.log(`generate: ${files.size} files are up to date`);
} else if (flags.check) {
  for (const file of changed) {
    console.error(`generate: ${file} is not what the description gives`);
  }
  for (const file of gone) {
    console.error(`generate: ${file} should not be there`);
  }
  console.error('Run `npm run generate`.');
  process.exit(1);
} else {
  await writeFiles(files);
  await removeFiles(gone);
  for (const file of changed) console.log(`generate: wrote ${file}`);
  for (const file of gone) console.log(`generate: removed ${file}`);
}

async function sourcesBy(
  read: (file: string) => string | Promise<string>
): Promise<Sources> {
  return {
    endpoints: await read('src/generated/endpoints.ts'),
    types: await read('src/generated/types.ts'),
  };
}

async function readOld(file: string): Promise<string> {
  const old = join(root, file);
  return existsSync(old) ? readFile(old, 'utf8') : '';
}
