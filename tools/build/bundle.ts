import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutputFile } from 'esbuild';
import { compileBundle } from './compile-bundle.js';
import { compileWebhooks } from './compile-webhooks.js';
import { licensesOf } from './licenses.js';
import { root } from './root.js';

const folder = fileURLToPath(new URL('dist', root));
const entries = ['index.js', 'index.cjs'].map(name => join(folder, name));

/**
 * Writes what is loaded by `import`, what is loaded by `require`, the handler
 * of webhooks for both, and the licenses of what they contain.
 */
export async function bundle(): Promise<void> {
  const built = await Promise.all([compileBundle('esm'), compileBundle('cjs')]);
  const handlers = await Promise.all([
    compileWebhooks('esm'),
    compileWebhooks('cjs'),
  ]);
  const files = [
    ...built.flatMap(({ outputFiles }) => outputFiles),
    ...handlers,
  ];
  const [{ metafile }] = built;
  const licenses = join(folder, 'LICENSES.txt');

  // Whoever loads the adaptor meanwhile finds all that an entry leads to.
  const isEntry = ({ path }: OutputFile) => entries.includes(path);
  await write(files.filter(file => !isEntry(file)));
  await write(files.filter(isEntry));
  await writeFile(licenses, await licensesOf(metafile));
  await removeOthers([licenses, ...files.map(({ path }) => path)]);
}

async function write(files: readonly OutputFile[]): Promise<void> {
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/** The names of chunks change with their content. */
async function removeOthers(kept: readonly string[]): Promise<void> {
  const found = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const file of found.filter(entry => entry.isFile())) {
    const path = resolve(file.parentPath, file.name);
    if (!kept.includes(path)) await rm(path, { force: true });
  }
}
