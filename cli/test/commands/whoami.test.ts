import { expect } from 'chai';
import { useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

const now = Date.UTC(2026, 0, 15, 10);

describe('openfn-asana whoami', () => {
  const tool = useTool();
  const start = useSandboxes();
  const whoami = (...more: string[]) =>
    tool.run(['whoami', '--file', tool.file, ...more], { now: () => now });
  const report = async () => JSON.parse((await whoami('--json')).out);

  it('shows user, workspaces, plan, scopes and what is left of the hour', async () => {
    const sandbox = await start({ now: () => now, plan: 'paid' });
    await tool.put(sandbox.issueToken());
    const { code, out } = await whoami();

    expect(code).to.equal(0);
    expect(out).to.match(/^User +Amina Diallo <.+> \(gid \d+\)$/m);
    expect(out).to.match(
      /^Workspaces +.+ \(gid \d+\), organization, paid plan: search works, 1500 requests a minute$/m
    );
    expect(out).to.match(/^Logged in by +OAuth, app 1200000000009001$/m);
    expect(out).to.match(/^Scopes +default \(everything that you may do\)$/m);
    expect(out).to.match(
      /^Token +1 hour left, until 2026-01-15T11:00:00Z; renews itself$/m
    );
    expect(out).to.match(new RegExp(`^Credential +${tool.file}$`, 'm'));
  });

  it('prints the same as JSON', async () => {
    const sandbox = await start({ now: () => now });
    await tool.put(sandbox.issueToken());
    const { user, workspaces, ...others } = await report();

    expect(user).to.have.keys('gid', 'name', 'email');
    expect(workspaces[0]).to.have.keys(
      'gid',
      'name',
      'is_organization',
      'plan'
    );
    expect(others).to.deep.equal({
      kind: 'oauth',
      scopes: ['default'],
      client_id: '1200000000009001',
      expires_at: now / 1000 + 3600,
      seconds_left: 3600,
      refreshable: true,
      base_url: sandbox.url,
      file: tool.file,
    });
  });

  it('tells a free plan by the search that it lacks', async () => {
    const sandbox = await start({ plan: 'free' });
    await tool.put(sandbox.configuration);

    expect((await whoami()).out).to.include(
      'free plan: no search, 150 requests a minute'
    );
    expect((await report()).workspaces[0].plan).to.equal('free');
  });

  for (const fault of [
    { type: 'rate-limit' },
    { type: 'error', status: 500 },
    { type: 'reset-before' },
  ] as const) {
    it(`does not call it a lack of rights when the search has no answer: ${JSON.stringify(fault)}`, async () => {
      const match = { path: '/workspaces/*/tasks/search' };
      const sandbox = await start({ faults: [{ match, fault }] });
      await tool.put(sandbox.configuration);
      const { code, out } = await whoami();

      expect(code).to.equal(0);
      expect(out).to.include('plan unknown: Asana did not answer the search');
    });
  }

  it('says of a personal access token that it does not expire', async () => {
    const sandbox = await start();
    await tool.put(sandbox.configuration);
    const { out } = await whoami();

    expect(out).to.match(/^Logged in by +personal access token$/m);
    expect(out).to.match(/^Scopes +everything that you may do$/m);
    expect(out).to.match(/^Token +does not expire$/m);
    expect(await report()).to.include({ refreshable: false });
  });

  it('shows what granular scopes let it see', async () => {
    const scopes = ['tasks:read', 'openid', 'profile'];
    const sandbox = await start({
      oauth: { apps: [{ clientId: '7', clientSecret: 'a-secret', scopes }] },
    });
    await tool.put(sandbox.issueToken());
    const { out, code } = await whoami();

    expect(code).to.equal(0);
    expect(out).to.match(/^User +Amina Diallo \(gid \d+\)$/m);
    expect(out).to.match(/^Workspaces +unknown: the scopes do not show them$/m);
    expect(out).to.match(/^Scopes +tasks:read openid profile$/m);
  });

  it('shows nothing of a user whom no scope shows', async () => {
    const scopes = ['tasks:read'];
    const sandbox = await start({
      oauth: { apps: [{ clientId: '7', clientSecret: 'a-secret', scopes }] },
    });
    await tool.put(sandbox.issueToken());

    expect((await whoami()).out).to.match(
      /^User +unknown: the scopes do not show it$/m
    );
  });

  it('refreshes a token that has ended, and stores the new one', async () => {
    const sandbox = await start({ now: () => now, oauth: { rotation: 'new' } });
    const before = { ...sandbox.issueToken(), expires_at: now / 1000 - 60 };
    await tool.put(before);
    sandbox.oauth.expire();
    const { code, out, err } = await whoami();

    expect(code).to.equal(0);
    expect(out).to.include('1 hour left');
    expect(err).to.equal('Refreshed the access token, which had ended.\n');
    expect(await tool.stored()).not.to.include(before);
    expect(sandbox.requests[0]).to.have.property('path', '/-/oauth_token');
  });

  it('refreshes a token that Asana refuses before its time', async () => {
    const sandbox = await start({ now: () => now });
    await tool.put(sandbox.issueToken());
    sandbox.oauth.expire();

    expect((await whoami()).code).to.equal(0);
  });

  it('asks for a new login when an administrator blocked the app', async () => {
    const sandbox = await start({ now: () => now });
    await tool.put(sandbox.issueToken());
    sandbox.oauth.block('1200000000009001');
    const { code, err } = await whoami();

    expect(code).to.equal(3);
    expect(err).to.include('an administrator blocked the app');
  });

  it('says where to make a new personal access token', async () => {
    const sandbox = await start();
    await tool.put({ ...sandbox.configuration, token: 'a-deleted-token' });
    const { code, err } = await whoami();

    expect(code).to.equal(3);
    expect(err).to.include('npx openfn-asana login --token');
  });

  it('has nothing in a name command the terminal', async () => {
    const sandbox = await start();
    await tool.put(sandbox.configuration);
    const { store, token } = sandbox.asana;
    store.tokens.get(token)!.name = 'Eve\u001b[2J\u0007';
    const { out } = await whoami();

    expect(out).to.include('Eve\uFFFD[2J\uFFFD');
  });
});
