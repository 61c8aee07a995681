/**
 * Writes the generated part of the adaptor from Asana's API description.
 *
 *   npm run generate                     writes the files
 *   npm run generate -- --check          fails when they are not up to date
 *   npm run generate -- --from FILE      reads a newer description
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { defaultPath, readDescription } from './description.js';
import { toEndpoints } from './endpoints.js';
import { printEndpoints } from './print-endpoints.js';

const target = new URL('../../src/generated/endpoints.ts', import.meta.url);

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

const text = await format(
  printEndpoints(toEndpoints(await readDescription(path))),
  { ...(await resolveConfig(target)), parser: 'typescript' }
);

if (!flags.check) {
  await writeFile(target, text);
  console.log('generate: wrote src/generated/endpoints.ts');
} else if ((await readFile(target, 'utf8')) === text) {
  console.log('generate: src/generated/endpoints.ts is up to date');
} else {
  console.error(
    'generate: src/generated/endpoints.ts is not what the description gives. Run `npm run generate`.'
  );
  process.exit(1);
}
