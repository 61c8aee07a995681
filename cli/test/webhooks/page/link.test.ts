import { access, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { giveLink } from '../../../src/webhooks/page/link.js';
import { useFolder } from '../../support/folder.js';

const token = 'e'.repeat(64);

describe('The link to the page of webhooks', () => {
  const folder = useFolder();

  const give = async (isTTY: boolean, url = 'http://127.0.0.1:8428') => {
    const stderr = Object.assign(new PassThrough(), { isTTY });
    const file = join(folder.path, 'page');
    const given = await giveLink({ stderr }, { url, token, file });
    return { ...given, file, shown: String(stderr.read() ?? '') };
  };

  it('is shown at a terminal, and written nowhere', async () => {
    const { shown, file, said } = await give(true);

    expect(shown).to.include(`http://127.0.0.1:8428/login?token=${token}\n`);
    expect(said).not.to.include(token);
    expect(await access(file).catch(() => 'none')).to.equal('none');
  });

  it('is for its user alone where the output is kept', async () => {
    const { shown, file, said, takeBack } = await give(false);

    expect(shown + said).not.to.include(token);
    expect(said).to.include(file);
    expect(await readFile(file, 'utf8')).to.equal(
      `http://127.0.0.1:8428/login?token=${token}\n`
    );
    expect(((await stat(file)).mode & 0o777).toString(8)).to.equal('600');
    await takeBack();
    expect(await access(file).catch(() => 'none')).to.equal('none');
  });

  for (const [listensAt, leadsTo] of [
    ['http://0.0.0.0:8428', 'http://127.0.0.1:8428/'],
    ['http://[::]:8428', 'http://[::1]:8428/'],
  ] as const) {
    it(`leads to ${leadsTo} where it listens at ${listensAt}`, async () => {
      expect((await give(true, listensAt)).shown).to.include(leadsTo);
    });
  }

  it('says what to do where it cannot be written', async () => {
    const stderr = new PassThrough();
    const file = join(folder.path, 'no-such-folder', 'page');
    const error = await giveLink(
      { stderr },
      { url: 'http://127.0.0.1:1', token, file }
    ).catch((reason: Error) => reason);

    expect(error).to.have.property('fix').that.includes('--page-token-file');
    expect((error as Error).message).not.to.include(token);
  });
});
