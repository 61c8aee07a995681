/**
 * The program, built from its TypeScript where that has changed since: it
 * works right after `npm install`, which runs no scripts, and starts at once
 * from then on.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { isBuildStale } from '../../tools/setup/needs.mjs';

const source = new URL('../src/', import.meta.url);
/** Parts of it are in the program. */
const adaptor = new URL('../../src/', import.meta.url);
const program = new URL('../dist/main.js', import.meta.url);

/** @returns {Promise<string>} the address of the module with `main` */
export async function freshProgram() {
  const sources = [...changeTimes(source), ...changeTimes(adaptor)];
  const built = existsSync(program) ? statSync(program).mtimeMs : undefined;
  if (isBuildStale(sources, [built])) await build();
  return program.href;
}

async function build() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', source))],
    outdir: fileURLToPath(new URL('.', program)),
    bundle: true,
    // What a command does not need is not loaded for it.
    splitting: true,
    chunkNames: '[name]-[hash]',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  });
  await mkdir(new URL('.', program), { recursive: true });
  const main = fileURLToPath(program);
  // Other processes may run at this moment: what they read stays whole, and
  // the main file comes last, when all that it imports is there.
  for (const { path, contents } of outputFiles.sort(
    (a, b) => Number(a.path === main) - Number(b.path === main)
  )) {
    await writeFile(`${path}.${process.pid}`, contents);
    await rename(`${path}.${process.pid}`, path);
  }
  await removeOthers(outputFiles.map(({ path }) => path));
}

/**
 * The names of chunks change with their content. What another process is about
 * to rename does not end in `.js`.
 *
 * @param {string[]} kept
 */
async function removeOthers(kept) {
  const folder = fileURLToPath(new URL('.', program));
  const found = (await readdir(folder)).filter(name => name.endsWith('.js'));
  for (const path of found.map(name => join(folder, name))) {
    if (!kept.includes(path)) await rm(path, { force: true });
  }
}

/**
 * When everything in a folder last changed, and the folder itself, which does
 * when a file is removed from it.
 *
 * @param {URL} folder
 * @returns {number[]}
 */
function changeTimes(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory()
      ? changeTimes(new URL(`${entry.name}/`, folder))
      : [statSync(new URL(entry.name, folder)).mtimeMs]
  );
  return [statSync(folder).mtimeMs, ...inside];
}
