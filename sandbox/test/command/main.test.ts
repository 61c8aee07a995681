import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { startSandbox } from '../../src/index.js';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

describe('The command of the sandbox', () => {
  const running: ChildProcessWithoutNullStreams[] = [];

  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...args]);
    running.push(child);
    const output = { out: '', err: '' };
    child.stdout.on('data', chunk => (output.out += String(chunk)));
    child.stderr.on('data', chunk => (output.err += String(chunk)));
    return { child, output };
  };

  const finish = async (...args: string[]) => {
    const { child, output } = start(...args);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, ...output };
  };

  it('prints a credential that works, an app, the boards and the forms, and stops on a signal', async () => {
    const { child, output } = start('--port', '0');
    while (!output.out.includes('Ctrl+C')) await once(child.stdout, 'data');
    const configuration = JSON.parse(
      /\{[^}]+\}/.exec(output.out)?.[0] ?? '{}'
    ) as { baseUrl: string; token: string; apiVersion: string };
    expect(configuration.apiVersion).to.equal('1.0');
    const gids = output.out.match(/\d{6,}(?= {2}Grievances – )/g) ?? [];
    expect(gids).to.have.length(3);
    const answer = await fetch(
      `${configuration.baseUrl}/api/1.0/projects/${gids[0]}`,
      { headers: { authorization: `Bearer ${configuration.token}` } }
    );
    expect(answer.status).to.equal(200);
    const refreshed = await fetch(`${configuration.baseUrl}/-/oauth_token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: /client id +(\S+)/.exec(output.out)?.[1] ?? '',
        client_secret: /client secret +(\S+)/.exec(output.out)?.[1] ?? '',
        refresh_token: 'none',
      }),
    });
    // The app is known: it is the refresh token that is wrong.
    expect(await refreshed.json()).to.include({ error: 'invalid_grant' });
    const [, koboToken] = /Authorization: (Token \S+)/.exec(output.out) ?? [];
    const [uid] = /a\w{21}(?= {2}Grievance intake)/.exec(output.out) ?? [];
    const form = await fetch(`${configuration.baseUrl}/api/v2/assets/${uid}/`, {
      headers: { authorization: koboToken ?? '' },
    });
    expect(form.status).to.equal(200);

    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'close')) as unknown[];
    expect({ code, signal, err: output.err }).to.deep.equal({
      code: 0,
      signal: null,
      err: '',
    });
  });

  it('says in one sentence that its port is taken', async () => {
    const other = await startSandbox();
    try {
      const { port } = new URL(other.url);
      expect(await finish('--port', port)).to.deep.equal({
        code: 1,
        out: '',
        err: `Port ${port} is taken: choose another with --port, or --port 0 for any free one.\n`,
      });
    } finally {
      await other.close();
    }
  });

  it('says in one sentence what is wrong with its options', async () => {
    expect(await finish('--seed', 'full')).to.deep.equal({
      code: 1,
      out: '',
      err: '--seed must be demo or empty, not "full".\n',
    });
    expect(await finish('--port', '70000')).to.deep.equal({
      code: 1,
      out: '',
      err: '--port must be at most 65535, not 70000.\n',
    });
  });
});
