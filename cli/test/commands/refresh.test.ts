import { chmod, mkdir, utimes } from 'node:fs/promises';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('openfn-asana refresh', () => {
  const tool = useTool();
  const start = useSandboxes();
  const refresh = (wish = {}) =>
    tool.run(['refresh', '--file', tool.file], wish);

  const works = async (sandbox: Sandbox): Promise<boolean> => {
    const stored = await tool.stored();
    const answer = await fetch(`${sandbox.url}/api/1.0/users/me`, {
      headers: { authorization: `Bearer ${String(stored!['access_token'])}` },
    });
    return answer.ok;
  };

  for (const rotation of ['none', 'same', 'new'] as const) {
    it(`stores the new tokens time and again (refresh token: ${rotation})`, async () => {
      const sandbox = await start({ oauth: { rotation } });
      const first = sandbox.issueToken();
      await tool.put({ ...first, workspaceGid: '5', expires_in: 3600 });

      for (let round = 0; round < 3; round += 1) {
        sandbox.oauth.expire();
        expect(await works(sandbox)).to.equal(false);
        expect((await refresh()).code).to.equal(0);
        expect(await works(sandbox)).to.equal(true);
      }
      const { refresh_token, ...stored } = (await tool.stored())!;
      expect(stored).to.include({ workspaceGid: '5', scope: first.scope });
      expect(stored).not.to.have.property('expires_in');
      expect(refresh_token === first.refresh_token).to.equal(
        rotation !== 'new'
      );
    });
  }

  it('says until when the new token lasts', async () => {
    const sandbox = await start();
    await tool.put(sandbox.issueToken());
    const now = Date.UTC(2026, 0, 15, 10);
    const { out } = await refresh({ now: () => now });

    expect(out).to.equal(
      'Refreshed the access token: 1 hour left, until 2026-01-15T11:00:00Z.\n'
    );
    expect(await tool.stored()).to.include({ expires_at: now / 1000 + 3600 });
  });

  it('asks for a new login when Asana no longer takes the refresh token', async () => {
    const sandbox = await start();
    const before = {
      ...sandbox.issueToken(),
      refresh_token: 'revoked-long-ago',
    };
    await tool.put(before);
    const { code, err } = await refresh();

    expect(code).to.equal(3);
    expect(err).to.match(/^Asana no longer takes the refresh token: .*\n/);
    expect(err.split('\n')[1]).to.equal(
      `Log in again: npx openfn-asana login --file ${tool.file}`
    );
    expect(await tool.stored()).to.deep.equal(before);
  });

  for (const fault of [
    { type: 'reset-after' },
    { type: 'truncated' },
    { type: 'error', status: 504, tookEffect: true },
  ] as const) {
    it(`says what a lost answer means where tokens are replaced: ${JSON.stringify(fault)}`, async () => {
      const sandbox = await start({ oauth: { rotation: 'new' } });
      const before = sandbox.issueToken();
      await tool.put(before);
      sandbox.faults.add({ match: { nth: 1 }, fault });
      const lost = await refresh();
      const next = await refresh();

      expect(lost.code).to.equal(1);
      expect(lost.err).to.include(
        'its answer was lost with the new one. Log in'
      );
      expect(await tool.stored()).to.deep.equal(before);
      expect(next.code).to.equal(3);
    });
  }

  it('does not fear for the answer when nothing was sent', async () => {
    const sandbox = await start();
    await tool.put(sandbox.issueToken());
    await sandbox.close();
    const { code, err } = await refresh();

    expect(code).to.equal(1);
    expect(err).to.equal(
      `${new URL(sandbox.url).host} gave no answer (ECONNREFUSED).\nSee whether the sandbox runs at ${new URL(sandbox.url).host}, and run the command again.\n`
    );
  });

  for (const fault of [
    { type: 'error', status: 502 },
    { type: 'error', status: 302, body: 'empty' },
    { type: 'truncated' },
    { type: 'cut-short' },
    { type: 'reset-before' },
    { type: 'rate-limit' },
  ] as const) {
    it(`keeps the credential through a fault: ${JSON.stringify(fault)}`, async () => {
      const sandbox = await start();
      const before = sandbox.issueToken();
      await tool.put(before);
      sandbox.faults.add({ match: { nth: 1 }, fault });
      const { code, err } = await refresh();

      expect(code).to.equal(1);
      expect(err).not.to.include('unforeseen');
      expect(await tool.stored()).to.deep.equal(before);
      expect((await refresh()).code).to.equal(0);
    });
  }

  for (const body of ['json', 'html', 'empty'] as const) {
    for (const [status, said, advice] of [
      [429, 'too many requests', 'Wait a minute'],
      [500, 'with status 500', 'https://status.asana.com'],
      [503, 'with status 503', 'https://status.asana.com'],
    ] as const) {
      it(`does not blame the address for a passing trouble: ${status} with ${body}`, async () => {
        const sandbox = await start();
        await tool.put(sandbox.issueToken());
        const fault = { type: 'error', status, body } as const;
        sandbox.faults.add({ fault });
        const { code, err } = await refresh();

        expect(code).to.equal(1);
        expect(err).to.include(said);
        expect(err).to.include(advice);
        expect(err).not.to.include('the address');
      });
    }
  }

  it('does not ask Asana when the answer could not be stored', async () => {
    const sandbox = await start({ oauth: { rotation: 'new' } });
    const before = sandbox.issueToken();
    await tool.put(before);
    await chmod(tool.file, 0o640);
    const { code, err } = await refresh();

    expect(code).to.equal(1);
    expect(err).to.include(`chmod 600 ${tool.file}`);
    expect(sandbox.requests).to.have.length(0);
  });

  it('stores the answer even if Ctrl+C comes while it is on its way', async () => {
    const sandbox = await start({ oauth: { rotation: 'new' } });
    const before = sandbox.issueToken();
    await tool.put(before);
    const interruption = new AbortController();
    const { code } = await refresh({
      interrupted: interruption.signal,
      fetch: (...request: Parameters<typeof fetch>) => {
        const answer = fetch(...request);
        interruption.abort();
        return answer;
      },
    });

    expect(code).to.equal(130);
    const { refresh_token } = (await tool.stored())!;
    expect(refresh_token).not.to.equal(before.refresh_token);
    expect(await works(sandbox)).to.equal(true);
    expect((await refresh()).code).to.equal(0);
  });

  it('does not ask Asana again when another process was faster', async () => {
    const sandbox = await start({ oauth: { rotation: 'new' } });
    await tool.put(sandbox.issueToken());
    const another = other();
    const first = await refresh({
      fetch: async (...request: Parameters<typeof fetch>) => {
        await another.start();
        return fetch(...request);
      },
    });
    const second = await another.outcome();

    expect([first.code, second.code]).to.deep.equal([0, 0]);
    expect(second.out).to.match(/^Another process has just refreshed/);
    expect(sandbox.requests).to.have.length(1);
    expect(await works(sandbox)).to.equal(true);
  });

  /** A second refresh, which has read the file once `start` is over. */
  const other = () => {
    let outcome: ReturnType<typeof refresh>;
    return {
      outcome: () => outcome,
      start: async () => {
        let looked: () => void;
        const isLooking = new Promise<void>(resolve => (looked = resolve));
        outcome = refresh({
          get platform() {
            looked();
            return process.platform;
          },
        });
        await isLooking;
        for (let times = 0; times < 50; times += 1) await tool.stored();
      },
    };
  };

  it('takes over from a process that died in the middle', async () => {
    const sandbox = await start();
    await tool.put(sandbox.issueToken());
    await mkdir(`${tool.file}.lock`);
    await utimes(`${tool.file}.lock`, 0, 0);

    expect((await refresh()).code).to.equal(0);
  });

  it('has nothing to do for a personal access token', async () => {
    await tool.put({ token: 'a-personal-token' });
    const { code, out } = await refresh();

    expect(code).to.equal(0);
    expect(out).to.include('does not expire');
  });

  it('needs a login that can be refreshed', async () => {
    await tool.put({ access_token: 'a-token-alone' });
    const { code, err } = await refresh();

    expect(code).to.equal(3);
    expect(err).to.include('no refresh_token, client_id and client_secret');
  });

  it('needs a login at all', async () => {
    const { code, err } = await refresh();

    expect(code).to.equal(3);
    expect(err).to.equal(
      `Nobody is logged in: there is no ${tool.file}\nLog in: npx openfn-asana login --file ${tool.file}\n`
    );
  });
});
