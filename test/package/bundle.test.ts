import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import type { Metafile } from 'esbuild';
import {
  compileBundle,
  type Bundle,
} from '../../tools/build/compile-bundle.js';
import { withDynamicImport } from '../../tools/build/load-later.js';
import { loadedWith, ownBytes } from '../../tools/build/own-code.js';
import { installed } from './installed.js';

/** As much of it as a step may have to load before it begins. */
const mostOwnBytes = 150_000;

describe('the bundle', () => {
  let bundle: Bundle;
  let metafile: Metafile;

  before(async () => {
    bundle = await compileBundle('esm');
    ({ metafile } = bundle);
  });

  /** The packages and files that one of the files is made of. */
  const inputsOf = (files: readonly string[]): string[] =>
    files.flatMap(file => Object.keys(metafile.outputs[file]!.inputs));

  it(`has at most ${mostOwnBytes} bytes of our own code in what is loaded at once`, () => {
    expect(ownBytes(metafile, 'dist/index.js')).to.be.within(
      100_000,
      mostOwnBytes
    );
  });

  it('loads what few jobs need when they need it', () => {
    const atOnce = inputsOf(loadedWith(metafile, 'dist/index.js'));
    const later = [
      'src/events/get-changes.ts',
      'src/generated/fields.ts',
      'src/metadata/read-tree.ts',
      'src/sync/upsert-tasks.ts',
      'src/upload/upload.ts',
      'node_modules/ajv/dist/ajv.js',
    ];

    expect(inputsOf(Object.keys(metafile.outputs))).to.include.members(later);
    expect(later.filter(file => atOnce.includes(file))).to.eql([]);
  });

  // The runtime loads the entry anew for each run, and all else once only.
  it('keeps in the entry what must not outlive a run', () => {
    const stateful = [
      'src/http/client.ts',
      'node_modules/@openfn/language-common/dist/index.js',
    ];
    const others = Object.keys(metafile.outputs).filter(
      file => file !== 'dist/index.js'
    );

    expect(inputsOf(['dist/index.js'])).to.include.members(stateful);
    expect(stateful.filter(file => inputsOf(others).includes(file))).to.eql([]);
  });

  it('leaves only undici outside, so that all of a run shares its connections', () => {
    const outside = Object.values(metafile.outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external, path }) => external && !isBuiltin(path));

    expect(new Set(outside.map(({ path }) => path))).to.have.keys('undici');
  });

  it('is what is packed, with the license of every package in it', async () => {
    const { adaptor } = await installed();
    const packed = await readdir(join(adaptor, 'dist/chunks'));
    const built = Object.keys(metafile.outputs)
      .filter(file => file.startsWith('dist/chunks/'))
      .map(file => basename(file));
    const licenses = await readFile(join(adaptor, 'dist/LICENSES.txt'), 'utf8');

    expect(packed).to.have.members(built);
    for (const name of packagesIn(Object.keys(metafile.inputs))) {
      expect(licenses).to.match(
        new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, `, 'm')
      );
    }
  });
});

describe('a part that is loaded later', () => {
  const source = [
    "import * as sync from './index.js';",
    '',
    'export const loadSync = async () => sync;',
    '',
  ].join('\n');

  it('is imported by the function that hands it out', () => {
    expect(withDynamicImport(source, 'load.ts').trim()).to.equal(
      "export const loadSync = () => import('./index.js');"
    );
  });

  it('fails the build when the function does something else', () => {
    for (const text of [
      source.replace('* as sync', '{ sync }'),
      source.replace('=> sync', '=> sync.upsertTasks'),
    ]) {
      expect(() => withDynamicImport(text, 'load.ts')).to.throw(/load\.ts/);
    }
  });
});

const packagesIn = (files: readonly string[]): Set<string> =>
  new Set(
    files.flatMap(
      file => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []
    )
  );
