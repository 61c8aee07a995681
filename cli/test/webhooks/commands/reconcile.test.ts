import { expect } from 'chai';
import { owesCatchUp } from '../../../src/webhooks/store/catch-ups.js';
import { listHooks } from '../../../src/webhooks/store/hooks.js';
import {
  acceptSecret,
  keepSecrets,
  secretsOf,
} from '../../../src/webhooks/store/secrets.js';
import { useSites, type Site } from './site.js';
import { withSecret } from './with-secret.js';

/** What waits for `serve` to hand it on, the catch-ups alone. */
const caughtUp = ({ store }: Site): any[] =>
  store.db
    .prepare('SELECT lane, body FROM deliveries ORDER BY place')
    .all()
    .map(row => JSON.parse((row as { body: string }).body))
    .filter(({ kind }) => kind === 'catch-up');

const write = (site: Site, name: string) =>
  site.api('POST', '/tasks', { name, projects: [site.project] });

describe('openfn-asana webhooks reconcile', () => {
  const start = useSites();

  it('leaves alone what is there', async () => {
    const site = await start();
    await site.create();
    const [before] = listHooks(site.store);
    const { code, out } = await site.run(['reconcile']);

    expect(code).to.equal(0);
    expect(out).to.match(/^Webhook \d+ of .+ is there\.$/m);
    expect(listHooks(site.store)).to.deep.equal([before]);
    expect(caughtUp(site)).to.deep.equal([]);
  });

  it('says so where there is nothing to look after', async () => {
    const { run } = await start();

    expect((await run(['reconcile'])).out).to.include('There are no webhooks');
  });

  it('makes again what Asana has given up, at the same address, and its deliveries are taken', async () => {
    const site = await start();
    await site.create('--filter', 'task');
    await site.sandbox.webhooks.flush();
    const [before] = listHooks(site.store);
    await site.giveUp();
    const { code, out, err } = await site.run(['reconcile']);
    const [after] = listHooks(site.store);

    expect(code).to.equal(0);
    expect(out).to.include('is made again');
    expect(err).to.equal('');
    expect(after!.gid).not.to.equal(before!.gid);
    expect(after).to.deep.equal({ ...before, gid: after!.gid });
    expect(await site.api('GET', `/webhooks/${after!.gid}`)).to.deep.include({
      target: before!.target,
      filters: [{ resource_type: 'task' }],
    });
    const { gid } = await write(site, 'Visit');
    await site.sandbox.webhooks.flush();
    expect(site.received).to.include(gid);
  });

  it('queues all tasks of the project the first time, and only what has changed after that', async () => {
    let now = Date.UTC(2026, 0, 15);
    const site = await start({ sandbox: { now: () => now } });
    const { gid: old } = await write(site, 'Old');
    now += 60 * 60_000;
    await site.create();
    await site.giveUp();
    const { gid: missed } = await write(site, 'Missed');
    const [{ catch_up }] = await site.json(['reconcile']);
    const [first] = caughtUp(site);

    expect(first).to.include({ kind: 'catch-up', resource: site.project });
    expect(first).to.include({ isFullRead: true, fullReadDue: false });
    expect(first.changed).to.include.members([old, missed]);
    expect(catch_up.changed).to.equal(first.changed.length);

    now += 60 * 60_000;
    await site.giveUp();
    const { gid: later } = await write(site, 'Missed later');
    await site.api('DELETE', `/tasks/${missed}`);
    await site.run(['reconcile']);

    expect(caughtUp(site)[1]).to.deep.include({
      isFullRead: false,
      changed: [later],
      deleted: [missed],
    });
  });

  it('prints nothing but JSON for scripts, and no secret', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    const { out, err } = await site.run(['reconcile', '--json']);
    const [hook] = listHooks(site.store);
    const [outcome] = JSON.parse(out);

    expect(outcome).to.include({ id: hook!.id, result: 'made again' });
    for (const secret of secretsOf(site.store, hook!.id)) {
      expect(out + err).not.to.include(secret);
    }
    expect(err).not.to.include(site.sandbox.token);
  });

  it('takes what the webhook of before has signed as well', async () => {
    const site = await start();
    await site.create();
    const { id } = listHooks(site.store)[0]!;
    const [before] = secretsOf(site.store, id);
    for (let n = 0; n < 3; n += 1) {
      await site.giveUp();
      await site.run(['reconcile']);
    }
    const secrets = secretsOf(site.store, id);

    expect(secrets).to.have.lengthOf(2);
    expect(secrets).not.to.include(before);
  });

  it('fails while nobody answers, and catches up when somebody does', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    const [hook] = listHooks(site.store);
    const secrets = secretsOf(site.store, hook!.id);
    site.store.db.exec(
      "UPDATE hooks SET target = 'http://127.0.0.1:1/hooks/1'"
    );
    const { code, out, err } = await site.run(['reconcile']);

    expect(code).to.equal(1);
    expect(out).to.include('failed. Asana did not make the webhook');
    expect(err).to.include('1 of 1 webhook could not be looked after');
    expect(err).to.include('Start openfn-asana webhooks serve');
    expect(secretsOf(site.store, hook!.id)).to.deep.equal(secrets);
    expect(owesCatchUp(site.store, hook!.id)).to.equal(true);
    const { id } = hook!;
    const stranger = 'f'.repeat(64);
    expect(acceptSecret(site.store, id, stranger, Date.now())).to.equal(false);

    site.store.db.prepare('UPDATE hooks SET target = ?').run(hook!.target);
    await site.run(['reconcile']);
    expect(caughtUp(site)).to.have.lengthOf(1);
    expect(owesCatchUp(site.store, hook!.id)).to.equal(false);
  });

  it('believes no handshake whose secret Asana does not confirm', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    const { id } = listHooks(site.store)[0]!;
    const before = secretsOf(site.store, id);
    const { code, out } = await site.run(['reconcile'], {
      fetch: withSecret('another-secret'),
    });

    expect(code).to.equal(1);
    expect(out).to.include('the webhook was deleted again');
    expect(secretsOf(site.store, id)).to.deep.equal(before);
  });

  it('catches up later with what was made again just before it broke off', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    site.sandbox.faults.add({
      match: { path: '/events' },
      fault: { type: 'error', status: 404 },
    });
    expect((await site.run(['reconcile'])).code).to.equal(1);
    expect(caughtUp(site)).to.deep.equal([]);

    site.sandbox.faults.clear();
    const { code, out } = await site.run(['reconcile']);
    expect(code).to.equal(0);
    expect(out).to.include('is there. Queued');
    expect(caughtUp(site)).to.have.lengthOf(1);
  });

  it('says that everything is to be read again where only projects can be', async () => {
    const site = await start();
    const { gid } = await write(site, 'A task with a webhook');
    await site.run(['create', '--resource', gid, '--url', site.url]);
    await site.giveUp();
    const { out } = await site.run(['reconcile']);

    expect(out).to.include('everything has to be read again');
    expect(caughtUp(site)).to.deep.equal([
      {
        kind: 'catch-up',
        resource: gid,
        changed: [],
        deleted: [],
        removed: [],
        unreadable: [],
        isFullRead: false,
        fullReadDue: true,
      },
    ]);
  });

  it('says the same where the login may not read what happened', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    site.sandbox.faults.add({
      match: { path: '/events' },
      fault: { type: 'error', status: 403 },
    });
    const { code } = await site.run(['reconcile']);

    expect(code).to.equal(0);
    expect(caughtUp(site)).to.have.lengthOf(1);
    expect(caughtUp(site)[0]).to.include({ fullReadDue: true });
    expect(owesCatchUp(site.store, listHooks(site.store)[0]!.id)).to.equal(
      false
    );
  });

  it('makes anew what is there, and of which nobody has the secret', async () => {
    const site = await start();
    await site.create();
    const [before] = listHooks(site.store);
    keepSecrets(site.store, before!.id, []);
    await site.run(['reconcile']);
    const [after] = listHooks(site.store);

    expect(after!.gid).not.to.equal(before!.gid);
    expect(secretsOf(site.store, after!.id)).to.have.lengthOf(1);
    const rows: unknown[] = await site.json(['list']);
    expect(rows).to.have.lengthOf(1);
  });

  it('makes anew what Asana has switched off', async () => {
    const site = await start();
    await site.create();
    const [before] = listHooks(site.store);
    const { out } = await site.run(['reconcile'], {
      fetch: switchingOff(before!.gid!),
    });

    expect(out).to.include('is made again').and.include('Queued');
    expect(listHooks(site.store)[0]!.gid).not.to.equal(before!.gid);
  });

  it('makes what was left unfinished', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    site.store.db.exec('UPDATE hooks SET gid = NULL');
    await site.run(['reconcile']);

    expect(listHooks(site.store)[0]!.gid).to.match(/^\d+$/);
  });

  it('leaves to another Asana what belongs to it', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    site.store.db.exec("UPDATE hooks SET base_url = 'https://app.asana.com'");

    expect(await site.json(['reconcile'])).to.deep.equal([]);
  });

  it('does not make a second time what another login has made', async () => {
    const site = await start();
    await site.create();
    const { gid } = listHooks(site.store)[0]!;
    const { code, out } = await site.run(['reconcile'], {
      fetch: hiding(gid!),
    });

    expect(code).to.equal(1);
    expect(out).to.include('another one has made it');
    expect(listHooks(site.store)[0]!.gid).to.equal(gid);
  });
});

/** Asana as another user sees it. */
const hiding =
  (gid: string): typeof fetch =>
  async (...request) => {
    const url = new Request(...request).url;
    if (url.includes('/webhooks?')) return Response.json({ data: [] });
    return url.endsWith(`/webhooks/${gid}`)
      ? Response.json({ errors: [{ message: 'Forbidden' }] }, { status: 403 })
      : fetch(...request);
  };

/** Asana as it lists a webhook that has worked, and is inactive now. */
const switchingOff =
  (gid: string): typeof fetch =>
  async (...request) => {
    const { url } = new Request(...request);
    const answer = await fetch(...request);
    if (!url.includes('/webhooks?workspace=')) return answer;
    const { data } = (await answer.json()) as { data: { gid: string }[] };
    const off = { active: false, last_success_at: '2026-01-15T10:00:00.000Z' };
    return Response.json({
      data: data.map(webhook =>
        webhook.gid === gid ? { ...webhook, ...off } : webhook
      ),
    });
  };
