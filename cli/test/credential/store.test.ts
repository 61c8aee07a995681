import {
  chmod,
  mkdir,
  readdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { secretOf, loginTo, useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('The credential file', () => {
  const tool = useTool();
  const start = useSandboxes();
  let sandbox: Sandbox;
  beforeEach(async () => void (sandbox = await start()));

  const login = (file = tool.file) =>
    tool.run(loginTo(sandbox, file), { env: secretOf(sandbox) });
  const whoami = (file = tool.file) => tool.run(['whoami', '--file', file]);
  const modeOf = async (path: string) =>
    ((await stat(path)).mode & 0o777).toString(8);

  it('is in a folder of its own below the home folder, unless said', async () => {
    const [app] = sandbox.oauth.apps;
    const args = ['login', '--base-url', sandbox.url, '--port', '0'];
    const { code, out } = await tool.run(
      [...args, '--client-id', app!.clientId],
      { env: secretOf(sandbox) }
    );
    const file = join(tool.home, '.config/openfn-asana/credential.json');

    expect(code).to.equal(0);
    expect(out).to.include(file);
    expect(await modeOf(file)).to.equal('600');
    expect(await modeOf(join(file, '..'))).to.equal('700');
    expect((await tool.run(['whoami'])).code).to.equal(0);
  });

  it('is where XDG_CONFIG_HOME or, on Windows, APPDATA says', async () => {
    const shown = async (platform: NodeJS.Platform, env: object) =>
      (await tool.run(['whoami'], { platform, env: { ...env } })).err;

    expect(await shown('linux', { XDG_CONFIG_HOME: '/somewhere' })).to.include(
      ' /somewhere/openfn-asana/credential.json\n'
    );
    expect(await shown('win32', { APPDATA: '/roaming' })).to.include(
      ' /roaming/openfn-asana/credential.json\n'
    );
  });

  for (const mode of [0o640, 0o604, 0o620, 0o602]) {
    it(`is refused when others can get at it: ${mode.toString(8)}`, async () => {
      await tool.put(sandbox.configuration);
      await chmod(tool.file, mode);

      for (const { code, err } of [await whoami(), await login()]) {
        expect(code).to.equal(1);
        expect(err).to.include(`(mode ${mode.toString(8)})`);
        expect(err).to.include(`chmod 600 ${tool.file}`);
      }
      expect(sandbox.requests).to.have.length(0);
    });
  }

  it('is refused in a folder in which everybody can put files', async () => {
    await tool.put(sandbox.configuration);
    await chmod(tool.home, 0o1777);

    for (const { code, err } of [await whoami(), await login()]) {
      expect(code).to.equal(1);
      expect(err).to.include(`can change what is in ${tool.home} (mode 777)`);
    }
  });

  it('is refused where there is no file but a folder', async () => {
    const folder = join(tool.home, 'folder');
    await mkdir(folder);
    const { code, err } = await login(folder);
    expect(code).to.equal(1);
    expect(err).to.include(`${folder} is no file`);
  });

  it('is found behind a link, which stays one', async () => {
    const target = join(tool.home, 'elsewhere');
    await mkdir(target);
    await writeFile(join(target, 'real.json'), '{}', { mode: 0o600 });
    await symlink(join(target, 'real.json'), tool.file);

    expect((await login()).code).to.equal(0);
    expect(await readdir(target)).to.deep.equal(['real.json']);
    expect((await whoami(join(target, 'real.json'))).code).to.equal(0);
  });

  it('is refused behind a link that leads nowhere', async () => {
    await symlink(join(tool.home, 'nothing.json'), tool.file);
    expect((await login()).err).to.include('is a link to a file that is not');
  });

  it('leaves no other file behind', async () => {
    await login();
    await tool.run(['refresh', '--file', tool.file]);
    expect(await readdir(tool.home)).to.deep.equal(['credential.json']);
  });

  for (const [what, text] of [
    ['half of it', '{"access_token": "abc'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a text', '"token"'],
  ] as const) {
    it(`is broken with ${what} in it, and what it holds is not shown`, async () => {
      await tool.put(text);
      for (const { code, err } of [await whoami(), await login()]) {
        expect(code).to.equal(1);
        expect(err).to.equal(
          `${tool.file} is broken: it is not a JSON object.\nRemove the file and log in again: npx openfn-asana login\n`
        );
      }
    });
  }

  for (const record of [
    { access_token: 5 },
    { token: ['a', 'b'] },
    { access_token: 'a', client_secret: 'line\nbreak' },
  ]) {
    it(`is refused with something else than text: ${JSON.stringify(record)}`, async () => {
      await tool.put(record);
      const { code, err } = await whoami();
      expect(code).to.equal(1);
      expect(err).to.match(/"\w+" in .+ is not the text that it must be/);
    });
  }

  it('is never another file that happens to be there', async () => {
    await tool.put({ name: 'a-package', dependencies: {} });
    const { code, err } = await login();
    expect(code).to.equal(1);
    expect(err).to.include('is no Asana credential');
    expect(await tool.stored()).to.have.keys('name', 'dependencies');
  });

  for (const baseUrl of [
    'http://asana.example',
    'https://user:password@asana.example',
    'https://asana.example/path',
    'ftp://asana.example',
    'asana.example',
  ]) {
    it(`cannot send a token to ${baseUrl}`, async () => {
      const sent: unknown[] = [];
      await tool.put({ ...sandbox.configuration, baseUrl });
      const { code, err } = await tool.run(['whoami', '--file', tool.file], {
        fetch: async (...request) => {
          sent.push(request);
          throw new Error();
        },
      });

      expect(code).to.equal(1);
      expect(err).to.include(`"baseUrl" in ${tool.file}`);
      expect(err).not.to.include('password');
      expect(sent).to.deep.equal([]);
    });
  }

  it('holds a time in seconds or as text', async () => {
    const now = Date.UTC(2026, 0, 15, 10);
    for (const expires_at of [
      now / 1000 + 600,
      String(now / 1000 + 600),
      '2026-01-15T10:10:00Z',
    ]) {
      await tool.put({ ...sandbox.issueToken(), expires_at });
      const { out } = await tool.run(['whoami', '--file', tool.file], {
        now: () => now,
      });
      expect(out).to.include('10 minutes left, until 2026-01-15T10:10:00Z');
    }
  });
});
