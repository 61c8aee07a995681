import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { expect } from 'chai';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { installed, type Installed } from './installed.js';

const expectedFiles = [
  /^LICENSE(\.LESSER)?$/,
  /^README\.md$/,
  /^ast\.json$/,
  /^configuration-schema\.json$/,
  /^dist\/LICENSES\.txt$/,
  /^dist\/chunks\/[\w-]+\.js$/,
  /^dist\/index\.c?js$/,
  /^dist\/webhooks\.c?js$/,
  /^package\.json$/,
  /^types\/(?!webhooks\/)(\w|\/|-)+\.d\.ts$/,
  // OpenFn's editor would offer jobs what is in a `.d.ts`.
  /^types\/webhooks\/[\w-]+\.d\.[cm]ts$/,
];

/** What OpenFn's adaptors do on purpose and publint would do otherwise. */
const accepted: Record<string, string> = {
  EXPORTS_TYPES_INVALID_FORMAT:
    'The compiler, the runtime and the editor of OpenFn read one types file.',
};

describe('the packed tarball', () => {
  let adaptor: Installed['adaptor'];
  let manifest: Record<string, any>;

  before(async () => {
    ({ adaptor } = await installed());
    manifest = JSON.parse(
      await readFile(join(adaptor, 'package.json'), 'utf8')
    );
  });

  it('has the files that OpenFn and its users read, and no others', async () => {
    const files = await filesIn(adaptor);
    const unexpected = files.filter(
      file => !expectedFiles.some(pattern => pattern.test(file))
    );
    const missing = expectedFiles.filter(
      pattern => !files.some(file => pattern.test(file))
    );

    expect(unexpected).to.deep.equal([]);
    expect(missing).to.deep.equal([]);
  });

  it('has the package.json fields that OpenFn reads', () => {
    expect(manifest).to.include({
      name: '@openfn/language-asana',
      label: 'Asana',
      type: 'module',
      main: 'dist/index.cjs',
      types: 'types/index.d.ts',
    });
    expect(manifest.exports).to.deep.equal({
      '.': {
        types: './types/index.d.ts',
        import: './dist/index.js',
        require: './dist/index.cjs',
      },
      './webhooks': {
        import: {
          types: './types/webhooks/index.d.mts',
          default: './dist/webhooks.js',
        },
        require: {
          types: './types/webhooks/index.d.cts',
          default: './dist/webhooks.cjs',
        },
      },
      './package.json': './package.json',
    });
    expect(manifest.files).to.have.members([
      'dist/',
      'types/',
      'ast.json',
      'configuration-schema.json',
    ]);
  });

  it('depends on @openfn/language-common, whose docs the editor reads, and on what is not bundled', () => {
    expect(manifest.dependencies).to.have.keys(
      '@openfn/language-common',
      'undici'
    );
  });

  it('runs nothing when it is installed', () => {
    expect(manifest.scripts).not.to.have.any.keys(
      'preinstall',
      'install',
      'postinstall',
      'prepare'
    );
  });

  it('is sound to publint', async () => {
    const { messages } = await publint({ pkgDir: adaptor, pack: false });
    const problems = messages
      .filter(({ code }) => !(code in accepted))
      .map(message => formatMessage(message, manifest, { color: false }));

    expect(problems).to.deep.equal([]);
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      posix.relative(folder, posix.join(entry.parentPath, entry.name))
    );
}
