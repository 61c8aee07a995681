import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  differing,
  leftOver,
  removeFiles,
  toFiles,
  writeFiles,
} from '../../tools/generate/output.js';

describe('generated files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are formatted', async () => {
    const files = await toFiles(
      [{ file: 'src/one.ts', text: 'export const  one = {a:1}' }],
      folder
    );

    expect(files.get('src/one.ts')).to.equal('export const one = { a: 1 };\n');
  });

  it('are put between marks, all that are for one file', async () => {
    const marks = (name: string) =>
      `<!-- generated: ${name} -->\n<!-- end of generated: ${name} -->\n`;
    await writeFile(join(folder, 'README.md'), marks('a') + marks('b'));

    const files = await toFiles(
      [
        { file: 'README.md', mark: 'a', text: 'one' },
        { file: 'README.md', mark: 'b', text: 'two' },
      ],
      folder
    );

    expect(files.get('README.md')!.match(/^\w+$/gm)).to.deep.equal([
      'one',
      'two',
    ]);
  });

  it('differ when they are not there, or are not what they should be', async () => {
    await writeFile(join(folder, 'same.md'), 'same\n');
    await writeFile(join(folder, 'old.md'), 'old\n');
    const files = new Map([
      ['same.md', 'same\n'],
      ['old.md', 'new\n'],
      ['folder/missing.md', 'missing\n'],
    ]);

    expect(await differing(files, folder)).to.deep.equal([
      'old.md',
      'folder/missing.md',
    ]);
    await writeFiles(files, folder);
    expect(await differing(files, folder)).to.deep.equal([]);
    expect(await readFile(join(folder, 'old.md'), 'utf8')).to.equal('new\n');
  });

  it('are left over when a newer description has no such family', async () => {
    await mkdir(join(folder, 'src'));
    for (const name of ['tasks.ts', 'gone.ts']) {
      await writeFile(join(folder, 'src', name), '');
    }
    const files = new Map([['src/tasks.ts', '']]);

    expect(leftOver(files, 'src', folder)).to.deep.equal(['src/gone.ts']);
    await removeFiles(['src/gone.ts'], folder);
    expect(leftOver(files, 'src', folder)).to.deep.equal([]);
    expect(leftOver(files, 'nowhere', folder)).to.deep.equal([]);
  });
});
