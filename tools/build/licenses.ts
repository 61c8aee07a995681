import { readdir, readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { root } from './root.js';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * The licenses of the packages that a bundle contains: most of them ask that
 * their text goes along with every copy.
 */
export async function licensesOf({ inputs }: Metafile): Promise<string> {
  const folders = new Set(
    Object.keys(inputs).flatMap(file => packageOf(file) ?? [])
  );
  const own = await readManifest('.');
  const texts = await Promise.all(
    [...folders].sort().map(folder => describe(folder, own))
  );
  return `The files in this folder contain parts of these packages.\n\n${texts.join('\n\n')}\n`;
}

/** The folder of the package that a file belongs to. */
const packageOf = (file: string): string | undefined =>
  /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

async function describe(folder: string, own: Manifest): Promise<string> {
  const { name, version, license } = await readManifest(folder);
  const title = `${name} ${version}, ${license}`;
  const text =
    license === own.license
      ? `See the license of ${own.name}.`
      : await readLicense(folder);
  return `${'-'.repeat(72)}\n${title}\n\n${text.trim()}`;
}

async function readLicense(folder: string): Promise<string> {
  const files = await readdir(new URL(`${folder}/`, root));
  const file = files.find(name => /^licen[cs]e(\.|$)/i.test(name));
  if (file === undefined) {
    throw new Error(`${folder} has no license that could go along with it.`);
  }
  return await readFile(new URL(`${folder}/${file}`, root), 'utf8');
}

const readManifest = async (folder: string): Promise<Manifest> =>
  JSON.parse(
    await readFile(new URL(`${folder}/package.json`, root), 'utf8')
  ) as Manifest;
