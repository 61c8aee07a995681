import { execFile } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';

const run = promisify(execFile);
const cli = fileURLToPath(new URL('..', import.meta.url));

describe('The package of openfn-asana', function () {
  // It builds and packs, on whatever machine there is.
  this.timeout(60_000);

  let folder: string;
  /** What somebody has who installed the tarball, and nothing else. */
  let own: string;

  before(async () => {
    folder = await mkdtemp(join(await realpath(tmpdir()), 'openfn-asana-'));
    await run('npm', ['pack', '--pack-destination', folder], { cwd: cli });
    const tarball = (await readdir(folder)).find(n => n.endsWith('.tgz'))!;
    const modules = join(folder, 'node_modules');
    own = join(modules, '@openfn', 'asana-cli');
    await mkdir(own, { recursive: true });
    await run('tar', [
      ...['-xzf', join(folder, tarball), '-C', own],
      '--strip-components=1',
    ]);
    const { dependencies } = JSON.parse(
      await readFile(join(own, 'package.json'), 'utf8')
    );
    for (const name of Object.keys(dependencies)) {
      await mkdir(dirname(join(modules, name)), { recursive: true });
      await symlink(await folderOf(name), join(modules, name));
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('runs alone, with what it says that it depends on', async () => {
    const program = join(own, 'bin/openfn-asana.js');
    const { stdout } = await run(process.execPath, [program, '--help']);
    expect(stdout).to.match(/^Usage: openfn-asana /);

    // A command loads its part of the program when it is called for.
    const parts = await readdir(join(own, 'dist'));
    const all = join(own, 'dist/all-parts.js');
    await writeFile(all, parts.map(part => `import './${part}';\n`).join(''));
    await run(process.execPath, [all]);
  });

  it('has the program, and neither its source nor its tests', async () => {
    const files = (await readdir(own, { recursive: true })).filter(
      name => !/^dist\/[\w-]+\.js$/.test(name)
    );

    expect(files.sort()).to.deep.equal([
      'README.md',
      'bin',
      'bin/openfn-asana.js',
      'dist',
      'package.json',
    ]);
  });
});

/** Where a package is that the tool, and nobody else, may have for itself. */
async function folderOf(name: string): Promise<string> {
  const paths = createRequire(join(cli, 'package.json')).resolve.paths(name)!;
  for (const path of paths) {
    const found = await readdir(join(path, name)).catch(() => undefined);
    if (found !== undefined) return join(path, name);
  }
  throw new Error(`${name} is not installed.`);
}
