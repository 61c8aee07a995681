import { expect } from 'chai';
import { listHooks, removeHook } from '../../../src/webhooks/store/hooks.js';
import { useSites } from './site.js';

describe('openfn-asana webhooks delete', () => {
  const start = useSites();

  for (const name of ['gid', 'id'] as const) {
    it(`deletes a webhook by its ${name}, which sends nothing from then on`, async () => {
      const site = await start();
      await site.create();
      await site.sandbox.webhooks.flush();
      const [hook] = listHooks(site.store);
      const { code, out } = await site.run(['delete', hook![name]!]);

      expect(code).to.equal(0);
      expect(out).to.include(`Deleted webhook ${hook!.gid}`);
      expect(listHooks(site.store)).to.deep.equal([]);
      await site.api('POST', '/tasks', { name: 'A', projects: [site.project] });
      await site.sandbox.webhooks.flush();
      expect(site.received).to.deep.equal([]);
      expect(await site.json(['list'])).to.deep.equal([]);
    });
  }

  it('forgets one that Asana has given up', async () => {
    const site = await start();
    await site.create();
    await site.giveUp();
    const { code, out } = await site.run([
      'delete',
      listHooks(site.store)[0]!.gid!,
    ]);

    expect(code).to.equal(0);
    expect(out).to.include('which Asana did not have any longer');
    expect(listHooks(site.store)).to.deep.equal([]);
  });

  it('deletes one that is not in the database', async () => {
    const site = await start();
    await site.create();
    const { id, gid } = listHooks(site.store)[0]!;
    removeHook(site.store, id);

    expect(await site.json(['delete', gid!])).to.deep.equal({
      gid,
      was_at_asana: true,
    });
  });

  it('says so when there is none of that name', async () => {
    const site = await start();
    for (const name of ['12345', 'my-webhook', '../users/me']) {
      const { code, err } = await site.run(['delete', name]);

      expect(code).to.equal(1);
      expect(err).to.include('There is no such webhook');
    }
  });

  it('does not ask one Asana to delete what belongs to another', async () => {
    const site = await start();
    await site.create();
    site.store.db.exec("UPDATE hooks SET base_url = 'http://127.0.0.1:1'");
    const { code, err } = await site.run([
      'delete',
      listHooks(site.store)[0]!.id,
    ]);

    expect(code).to.equal(1);
    expect(err).to.include('belongs to http://127.0.0.1:1');
    expect(listHooks(site.store)).to.have.lengthOf(1);
  });
});
