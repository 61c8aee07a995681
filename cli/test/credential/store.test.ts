import {
  chmod,
  chown,
  mkdir,
  open,
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

  it('is in no other folder where nobody knows the home folder', async () => {
    const { code, err } = await tool.run(['whoami'], { home: '' });
    expect(code).to.equal(2);
    expect(err).to.include('Set the variable HOME');
  });

  for (const mode of [0o640, 0o604, 0o620, 0o602]) {
    it(`is refused when others can get at it: ${mode.toString(8)}`, async () => {
      await tool.put(sandbox.configuration);
      await chmod(tool.file, mode);

      for (const { code, err } of [await whoami(), await login()]) {
        expect(code).to.equal(1);
        expect(err).to.include(`(mode ${mode.toString(8)})`);
        expect(err).to.include(`chmod 600 ${tool.file}`);
        expect(err).to.include(`openfn-asana revoke --file ${tool.file} (`);
      }
      expect(sandbox.requests).to.have.length(0);
    });
  }

  for (const mode of [0o1777, 0o770, 0o702]) {
    it(`is refused in a folder in which others can put files: ${mode.toString(8)}`, async () => {
      await tool.put(sandbox.configuration);
      await chmod(tool.home, mode);

      for (const { code, err } of [await whoami(), await login()]) {
        expect(code).to.equal(1);
        expect(err).to.match(
          new RegExp(`can change what is in ${tool.home} \\(mode \\d+\\)`)
        );
        expect(err).to.include(`chmod go-w ${tool.home}`);
      }
      expect(sandbox.requests).to.have.length(0);
    });
  }

  it('is refused below a folder in which others can put another in the place of its own', async () => {
    const folder = join(tool.home, 'open/own');
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'credential.json');
    const codes: number[] = [];
    for (const mode of [0o777, 0o770, 0o1777, 0o755]) {
      await chmod(join(tool.home, 'open'), mode);
      codes.push((await login(file)).code, (await whoami(file)).code);
    }

    // In a folder with the sticky bit, nobody moves what is not theirs.
    expect(codes).to.deep.equal([1, 3, 1, 3, 0, 0, 0, 0]);
  });

  it('is refused in a new folder below one that others can change', async () => {
    await chmod(tool.home, 0o770);
    const { code } = await login(join(tool.home, 'not/there/yet.json'));
    expect(code).to.equal(1);
  });

  it('is refused when it belongs to another user, unless one is the superuser', async () => {
    await tool.put(sandbox.configuration);
    if (process.geteuid?.() === 0) await chown(tool.file, 4242, 4242);
    const { uid } = await stat(tool.file);
    const as = (number: number) =>
      tool.run(['whoami', '--file', tool.file], { uid: number });

    const stranger = await as(uid + 1);
    expect(stranger.code).to.equal(1);
    expect(stranger.err).to.include(`${tool.file} belongs to another user`);
    expect(sandbox.requests).to.have.length(0);
    expect([(await as(uid)).code, (await as(0)).code]).to.deep.equal([0, 0]);
  });

  it('is replaced as a whole: who has it open reads what was there', async () => {
    const before = sandbox.issueToken();
    await tool.put(before);
    const handle = await open(tool.file);
    try {
      await tool.run(['refresh', '--file', tool.file]);
      expect(JSON.parse(await handle.readFile('utf8'))).to.deep.equal(before);
      const { access_token } = (await tool.stored())!;
      expect(access_token).not.to.equal(before.access_token);
    } finally {
      await handle.close();
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
          `${tool.file} is no credential: it is not a JSON object.\nIf it is something else, choose another file with --file. If it is a credential that broke, remove it.\n`
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

  for (const apiVersion of ['1.0/../../-', '1.0?a=b', '1.0#', '..', true]) {
    it(`leads a token to no other path of the host: ${JSON.stringify(apiVersion)}`, async () => {
      await tool.put({ ...sandbox.configuration, apiVersion });
      const { code, err } = await whoami();

      expect(code).to.equal(1);
      expect(err).to.include(`"apiVersion" in ${tool.file} is not a version`);
      expect(sandbox.requests).to.have.length(0);
    });
  }

  it('holds a time in seconds, in milliseconds, or as text', async () => {
    const now = Date.UTC(2026, 0, 15, 10);
    for (const expires_at of [
      now / 1000 + 600,
      String(now / 1000 + 600),
      now + 600_000,
      '2026-01-15T10:10:00Z',
    ]) {
      await tool.put({ ...sandbox.issueToken(), expires_at });
      const { out } = await tool.run(['whoami', '--file', tool.file], {
        now: () => now,
      });
      expect(out).to.include('10 minutes left, until 2026-01-15T10:10:00Z');
    }
  });

  for (const expires_at of [1e300, 'next week', {}, '']) {
    it(`does without a time that is none: ${JSON.stringify(expires_at)}`, async () => {
      await tool.put({ ...sandbox.issueToken(), expires_at });
      const { code, out } = await whoami();

      expect(code).to.equal(0);
      expect(out).to.include('nobody knows how long it lasts');
    });
  }
});
