import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { makeOpener } from './support/opener.js';
import { decide, visit } from './support/person.js';
import { program, useProcesses, type Running } from './support/process.js';
import { loginTo, useSandboxes } from './support/sandboxes.js';
import { useTool } from './support/tool.js';

const address = /http:\S+oauth_authorize\S+/;

describe('openfn-asana as a process', function () {
  // Processes start slowly on a machine that does a lot else.
  this.timeout(60_000);

  const tool = useTool();
  const startSandbox = useSandboxes();
  const start = useProcesses();
  const node = (...args: string[]): [string, ...string[]] => [
    process.execPath,
    program,
    ...args,
  ];
  const home = (env = {}) => ({ HOME: tool.home, ...env });

  it('runs by its name after `npm install`', async () => {
    const name = fileURLToPath(
      new URL('../../node_modules/.bin/openfn-asana', import.meta.url)
    );
    const { code, out } = await start([name, '--help'], home()).finished;

    expect(code).to.equal(0);
    expect(out).to.match(/^Usage: openfn-asana /);
  });

  it('logs in, shows who it is, refreshes, revokes, and is logged out', async () => {
    const sandbox = await startSandbox();
    const secret = sandbox.oauth.apps[0]!.clientSecret;
    const login = start(
      node(...loginTo(sandbox, tool.file)),
      home({ ASANA_CLIENT_SECRET: secret, BROWSER: 'true' })
    );
    const [page] = await Promise.all([
      decide(await login.shows(address)),
      login.finished,
    ]);
    expect(page.text).to.include('You are logged in');
    expect((await login.finished).code).to.equal(0);

    const run = (command: string) =>
      start(node(command, '--file', tool.file), home()).finished;
    expect((await run('whoami')).out).to.include('Amina Diallo');
    expect((await run('refresh')).out).to.include('Refreshed');
    expect((await run('revoke')).out).to.include('Revoked');
    expect((await run('whoami')).code).to.equal(3);
    expect((await run('logout')).code).to.equal(0);
  });

  it('hands the address to the browser, and the secret to nobody', async () => {
    const sandbox = await startSandbox();
    const secret = sandbox.oauth.apps[0]!.clientSecret;
    const opener = await makeOpener(tool.home);
    const login = start(
      node(...loginTo(sandbox, tool.file)),
      home({ ASANA_CLIENT_SECRET: secret, BROWSER: opener.path })
    );

    const [url, ...environment] = await opener.told(login);
    expect(url).to.equal(await login.shows(address));
    expect(environment.join('\n')).to.include('HOME=');
    expect(environment.join('\n')).not.to.include(secret);
    const command = readFileSync(`/proc/${login.child.pid}/cmdline`, 'utf8');
    expect(command).not.to.include(secret);
    await decide(url!);
    expect((await login.finished).code).to.equal(0);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends on ${signal} in the middle of a login, with nothing stored`, async () => {
      const sandbox = await startSandbox();
      const login = start(
        node(...loginTo(sandbox, tool.file)),
        home({ ASANA_CLIENT_SECRET: 'a-secret', BROWSER: 'true' })
      );
      const url = new URL(await login.shows(address));
      login.child.kill(signal);

      expect((await login.finished).code).to.equal(130);
      expect(existsSync(tool.file)).to.equal(false);
      const back = url.searchParams.get('redirect_uri')!;
      expect(await visit(back).catch(() => 'closed')).to.equal('closed');
    });
  }

  it('loses no token when many refresh at once and each replaces the one before', async () => {
    // Long enough for all of them to want it at the same time.
    const sandbox = await startSandbox({
      latencyMs: 300,
      oauth: { rotation: 'new' },
    });
    await tool.put(sandbox.issueToken());
    const refresh = () =>
      start(node('refresh', '--file', tool.file), home()).finished;
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(refresh));

    expect(outcomes.map(({ code }) => code)).to.deep.equal([0, 0, 0, 0, 0]);
    expect((await refresh()).code).to.equal(0);
    expect((await tool.run(['whoami', '--file', tool.file])).code).to.equal(0);
  });

  it('stores the answer to a refresh although it was told to end', async () => {
    const sandbox = await startSandbox({
      latencyMs: 500,
      oauth: { rotation: 'new' },
    });
    await tool.put(sandbox.issueToken());
    const refresh = start(node('refresh', '--file', tool.file), home());
    await untilAsked(sandbox.requests, refresh);
    refresh.child.kill('SIGINT');

    expect((await refresh.finished).code).to.equal(130);
    expect((await tool.run(['refresh', '--file', tool.file])).code).to.equal(0);
  });

  it('takes a token from a pipe', async () => {
    const { url, token } = await startSandbox();
    const login = start(
      node('login', '--token', '--base-url', url, '--file', tool.file),
      home()
    );
    login.child.stdin!.end(`${token}\n`);

    expect((await login.finished).code).to.equal(0);
    expect(await tool.stored()).to.include({ token });
  });

  it('fails when what it says cannot be written', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    const command = node('logout', '--file', tool.file).join(' ');
    const full = start(['sh', '-c', `${command} > /dev/full`], home());
    const { code, err } = await full.finished;

    expect(code).to.equal(1);
    expect(err).to.include('could not be written (ENOSPC)');
  });

  it('writes no core file', async function () {
    if (process.platform !== 'linux') return this.skip();
    const sandbox = await startSandbox();
    const command = node(...loginTo(sandbox, tool.file)).join(' ');
    const login = start(
      ['sh', '-c', `ulimit -c unlimited && exec ${command}`],
      home({ ASANA_CLIENT_SECRET: 'a-secret', BROWSER: 'true' })
    );
    await login.shows(address);

    expect(readFileSync(`/proc/${login.child.pid}/limits`, 'utf8')).to.match(
      /^Max core file size +0 +0 /m
    );
  });
});

describe('openfn-asana in a terminal', function () {
  this.timeout(60_000);

  const tool = useTool();
  const startSandbox = useSandboxes();
  const start = useProcesses();

  before(function () {
    if (existsSync('/usr/bin/script')) return;
    console.warn('      There is no `script` here, which makes a terminal.');
    this.skip();
  });

  const inTerminal = (...args: string[]) =>
    start(
      [
        '/usr/bin/script',
        ...['--quiet', '--return', '--command'],
        [process.execPath, program, ...args].join(' '),
        '/dev/null',
      ],
      { HOME: tool.home, TERM: 'xterm' }
    );

  it('asks for a token, which does not show', async () => {
    const { url, token } = await startSandbox();
    const login = inTerminal(
      ...['login', '--token', '--base-url', url, '--file', tool.file]
    );
    await login.shows(/Personal access token \(it does not show\): /);
    login.child.stdin!.write(`${token}\r`);
    const { code, out } = await login.finished;

    expect(code).to.equal(0);
    expect(out).to.include('Logged in as Amina Diallo');
    expect(out).not.to.include(token);
    expect(await tool.stored()).to.include({ token });
  });

  it('ends on Ctrl+C while it asks', async () => {
    const { url } = await startSandbox();
    const login = inTerminal(
      ...['login', '--token', '--base-url', url, '--file', tool.file]
    );
    await login.shows(/Personal access token/);
    login.child.stdin!.write('half-of-a-tok\x03');
    const { code, out } = await login.finished;

    expect(code).to.equal(130);
    expect(out).not.to.include('half-of-a-tok');
    expect(existsSync(tool.file)).to.equal(false);
  });

  it('says at once that the input ended on Ctrl+D', async () => {
    const login = inTerminal('login', '--token', '--file', tool.file);
    await login.shows(/Personal access token \(it does not show\): /);
    login.child.stdin!.write('\x04');
    const { code, out } = await login.finished;

    expect(code).to.equal(2);
    expect(out).to.match(/\nThe input ended before there was: Personal /);
  });

  it('asks again when nothing was typed', async () => {
    const login = inTerminal('login', '--token', '--file', tool.file);
    await login.shows(/Personal access token/);
    login.child.stdin!.write('\r');
    await login.shows(/Personal access token[^]*Personal access token/);
    login.child.stdin!.write('\x03');

    const { code, out } = await login.finished;
    expect(code).to.equal(130);
    expect(out).to.match(/\nInterrupted\./);
  });

  it('asks for the client ID and the secret of the app', async () => {
    const sandbox = await startSandbox();
    const [app] = sandbox.oauth.apps;
    const login = inTerminal(
      ...['login', '--base-url', sandbox.url, '--file', tool.file],
      ...['--port', '0', '--no-browser']
    );
    await login.shows(/https:\/\/app\.asana\.com\/0\/my-apps/);
    await login.shows(/Client ID of your Asana app: /);
    login.child.stdin!.write(`${app!.clientId}\r`);
    await login.shows(/Client secret \(it does not show\): /);
    login.child.stdin!.write(`${app!.clientSecret}\r`);
    const shown = await login.shows(/Code \(it does not show\): /);
    expect(shown).not.to.equal('');
    login.child.stdin!.write(`no-code\r`);
    const { code, out } = await login.finished;

    expect(code).to.equal(1);
    expect(out).to.include(app!.clientId);
    expect(out).not.to.include(app!.clientSecret);
  });
});

/** Until the sandbox has a request under way, or nobody will send one. */
async function untilAsked(
  requests: readonly unknown[],
  { child }: Running
): Promise<void> {
  while (requests.length === 0) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error('It ended and asked nothing.');
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}
