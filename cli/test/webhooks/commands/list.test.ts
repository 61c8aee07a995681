import { expect } from 'chai';
import { removeHook, listHooks } from '../../../src/webhooks/store/hooks.js';
import { listWebhooks } from '../../../src/webhooks/commands/asana-webhooks.js';
import type { Session } from '../../../src/webhooks/commands/session.js';
import { useSites } from './site.js';

describe('openfn-asana webhooks list', () => {
  const start = useSites();

  it('says how to make one where there are none', async () => {
    const { run } = await start();
    const { code, out } = await run(['list']);

    expect(code).to.equal(0);
    expect(out).to.include('npx openfn-asana webhooks create --help');
  });

  it('shows what each is of, what it tells of, and that it works', async () => {
    const site = await start();
    await site.create('--filter', 'task:added');
    await site.sandbox.webhooks.flush();
    const { code, out } = await site.run(['list']);

    expect(code).to.equal(0);
    expect(out).to.match(/^Webhook \d+: working$/m);
    expect(out).to.match(
      new RegExp(`^ {2}Of +project .+ \\(gid ${site.project}\\)$`, 'm')
    );
    expect(out).to.match(/^ {2}Tells of +task:added$/m);
    expect(out).to.match(/^ {2}Last taken +\d{4}-/m);
    expect((await site.run(['list', '--check'])).code).to.equal(0);
  });

  it('shows which fail, why, and when Asana gives them up', async () => {
    const site = await start();
    await site.create();
    await site.sandbox.webhooks.flush();
    site.hangUp();
    await site.api('POST', '/tasks', { name: 'A', projects: [site.project] });
    await site.sandbox.webhooks.attempted();
    const { out } = await site.run(['list']);
    const [row] = await site.json(['list']);

    expect(out).to.match(/^Webhook \d+: failing$/m);
    expect(out).to.match(/^ {2}Because +\S/m);
    expect(out).to.match(/^ {2}Given up +\d{4}-/m);
    expect(row).to.include({ state: 'failing', resource: site.project });
    expect(row).to.include.keys(
      'last_failure_at',
      'next_attempt_after',
      'failure_deletion_timestamp'
    );
  });

  it('says which Asana has given up, and what makes them again', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    const { code, out } = await site.run(['list']);

    expect(code).to.equal(0);
    expect(out).to.match(/^Webhook \d+: gone: /m);
    expect(out).to.include('npx openfn-asana webhooks reconcile');

    const checked = await site.run(['list', '--check']);
    expect(checked).to.include({ code: 1, out });
    expect(checked.err).to.include('1 of 1 webhook does not work.');
  });

  it('shows those that were not made with its database', async () => {
    const site = await start();
    await site.create();
    removeHook(site.store, listHooks(site.store)[0]!.id);
    const [row] = await site.json(['list']);

    expect(row).to.include({ state: 'unknown', resource: site.project });
    expect(row).not.to.have.property('id');
  });

  it('warns of two that tell of the same', async () => {
    const site = await start();
    await site.create('--filter', 'task:added');
    await site.create('--filter', 'task:deleted');
    expect((await site.run(['list'])).out).not.to.include('the same');
    const [{ gid: first }, { gid: second }] = listHooks(site.store) as [
      any,
      any,
    ];
    await site.api('PUT', `/webhooks/${second}`, {
      filters: [{ resource_type: 'task', action: 'added' }],
    });

    expect((await site.run(['list'])).out).to.include(
      `Webhooks ${first} and ${second} tell of the same`
    );
  });

  it('looks into one workspace where one is named', async () => {
    const site = await start();
    const [workspace] = site.sandbox.asana.store.workspaces.all();
    await site.create();
    const before = site.sandbox.requests.length;
    const rows = await site.json(['list', '--workspace', workspace!.gid]);

    expect(rows).to.have.lengthOf(1);
    expect(site.sandbox.requests).to.have.lengthOf(before + 1);
  });

  it('names the option that helps where the scopes hide the workspaces', async () => {
    const scopes = ['webhooks:read'];
    const site = await start({
      sandbox: {
        oauth: { apps: [{ clientId: '7', clientSecret: 'a-secret', scopes }] },
      },
      login: sandbox => sandbox.issueToken(),
    });
    const { code, err } = await site.run(['list']);

    expect(code).to.equal(2);
    expect(err).to.include('--workspace');
  });

  it('goes through all pages of every workspace', async () => {
    const asked: string[] = [];
    const call: Session['call'] = async (_, path) => {
      const query = new URL(path, 'https://a.org').searchParams;
      const at = `${query.get('workspace')} ${query.get('offset') ?? 'start'}`;
      asked.push(at);
      return {
        status: 200,
        body: {
          data: [{ gid: at }],
          next_page: at === '1 start' ? { offset: 'second' } : null,
        },
      };
    };
    const found = await listWebhooks({ call } as Session, ['1', '2']);

    expect(asked).to.deep.equal(['1 start', '1 second', '2 start']);
    expect(found.map(({ gid }) => gid)).to.deep.equal(asked);
  });

  it('renews a token that has ended', async () => {
    const site = await start({
      login: sandbox => ({ ...sandbox.issueToken(), expires_at: 1 }),
    });
    const { code } = await site.run(['list']);

    expect(code).to.equal(0);
    expect(site.sandbox.requests[0]).to.include({ path: '/-/oauth_token' });
  });

  it('renews a token that Asana refuses before its time', async () => {
    const site = await start({ login: sandbox => sandbox.issueToken() });
    site.sandbox.oauth.expire();

    expect((await site.run(['list'])).code).to.equal(0);
  });

  it('asks for a login when the token was deleted', async () => {
    const site = await start({
      login: sandbox => ({ ...sandbox.configuration, token: 'deleted-token' }),
    });
    const { code, err } = await site.run(['list']);

    expect(code).to.equal(3);
    expect(err).to.include('npx openfn-asana login');
  });
});
