import { expect } from 'chai';
import type { Manner } from './receiver.js';
import { receive, target } from './receiver.js';
import { lake, workspaceGid } from '../asana/client.js';

describe('the handshake of a webhook', () => {
  it('sends the secret that the answer to the creation shows', async () => {
    const { create, received } = receive();
    const { secret } = await create();
    expect(received[0]).to.deep.equal({
      target,
      headers: { 'x-hook-secret': secret },
      body: '',
    });
  });

  it('is followed by a signed sign of life', async () => {
    const { create, received, client } = receive();
    await create();
    const [, sign] = received;
    expect(sign?.body).to.equal('{"events":[]}');
    expect(sign?.headers['x-hook-signature']).to.match(/^[0-9a-f]{64}$/);
    expect(client.asana.webhooks.deliveries.map(({ kind }) => kind)).to.eql([
      'handshake',
      'heartbeat',
    ]);
  });

  it('takes a 204 for an answer as well', async () => {
    const { create, behave, record } = receive();
    behave(204);
    await create();
    expect((await record()).active).to.equal(true);
  });

  const failures: readonly [Manner, RegExp][] = [
    ['without secret', /^The remote server did not respond with the handshake/],
    [404, /responded with an incorrect status code: 404$/],
    [201, /responded with an incorrect status code: 201$/],
    ['refusing', /^Could not complete activation handshake with target URL\./],
  ];
  for (const [manner, message] of failures) {
    it(`fails, and makes nothing, with a target that is ${manner}`, async () => {
      const { behave, client, time, received } = receive();
      behave(manner);
      const resource = lake(client).gid;
      const answer = await client.post('/webhooks', { resource, target });
      expect(answer.status).to.equal(400);
      expect(answer.message).to.match(message);
      await time.pass(60_000);
      expect(received).to.have.length(1);
      const listed = await client.get(
        `/webhooks?workspace=${workspaceGid(client)}`
      );
      expect(listed.data).to.deep.equal([]);
    });
  }

  it('fails with a target that does not answer within ten seconds', async () => {
    const { behave, client, time } = receive();
    behave('silent');
    const resource = lake(client).gid;
    const creation = client.post('/webhooks', { resource, target });
    let isOver = false;
    void creation.then(() => (isOver = true));
    await time.pass(9999);
    expect(isOver).to.equal(false);
    await time.pass(1);
    expect((await creation).message).to.match(/^Could not complete activation/);
  });

  it('starts nothing where the webhook was deleted meanwhile', async () => {
    const { client, received, time } = receive({
      post: async message => {
        const { data } = await client.get(
          `/webhooks?workspace=${workspaceGid(client)}`
        );
        expect(data[0].active).to.equal(false);
        await client.delete(`/webhooks/${data[0].gid}`);
        return {
          status: 200,
          headers: new Headers(message.headers),
          text: '',
        };
      },
    });
    const resource = lake(client).gid;
    await client.post('/webhooks', { resource, target });
    await time.pass(60_000);
    expect(received).to.deep.equal([]);
    expect(client.asana.webhooks.deliveries).to.have.length(1);
  });
});
