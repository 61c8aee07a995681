import { expect } from 'chai';
import { createTask } from '../asana/client.js';
import { receive, type Receiver } from './receiver.js';
import { start } from './virtual-time.js';

const minute = 60_000;
const hour = 60 * minute;
const at = (time: number) => new Date(start + time).toISOString();

/** The minutes at which a webhook was tried. */
const attempts = ({ client }: Receiver) =>
  client.asana.webhooks.deliveries
    .filter(({ kind }) => kind !== 'handshake')
    .map(each => (each.at - start) / minute);

describe('a webhook whose target fails', () => {
  it('is tried again, with pauses that double', async () => {
    const receiver = receive();
    const { create, behave, client, time, received } = receiver;
    await create();
    behave(500);
    await createTask(client);
    await time.pass(20 * minute);
    expect(attempts(receiver).slice(1)).to.deep.equal([0, 1, 3, 7, 15]);
    expect(new Set(received.slice(2).map(({ body }) => body))).to.have.length(
      1
    );
  });

  it('says in its record what goes wrong, until it goes well', async () => {
    const { create, behave, client, time, record } = receive();
    await create();
    behave(500);
    await createTask(client);
    await time.pass(minute);
    expect(await record()).to.deep.include({
      active: true,
      delivery_retry_count: 1,
      last_success_at: at(0),
      last_failure_at: at(minute),
      last_failure_content: '500\n\nOut of order',
      next_attempt_after: at(3 * minute),
      failure_deletion_timestamp: at(24 * hour),
    });
    behave(200);
    await time.pass(2 * minute);
    const well = await record();
    expect(well).to.deep.include({
      delivery_retry_count: 0,
      last_success_at: at(3 * minute),
      last_failure_at: at(minute),
    });
    expect(well).to.not.have.any.keys(
      'next_attempt_after',
      'failure_deletion_timestamp'
    );
  });

  it('is told in order of what happened while it failed', async () => {
    const { create, behave, client, time, told } = receive();
    await create({ filters: [{ resource_type: 'task', action: 'deleted' }] });
    behave('refusing');
    const gids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { gid } = await createTask(client);
      await client.delete(`/tasks/${gid}`);
      await time.pass(minute);
      gids.push(gid);
    }
    behave(200);
    const before = told().length;
    await time.pass(hour);
    const seen = told().slice(before).flat();
    expect(seen.map(({ resource }) => resource.gid)).to.deep.equal(gids);
  });

  it('is given up after a day, and is told nothing any more', async () => {
    const receiver = receive();
    const { create, behave, client, time } = receiver;
    const { gid } = await create();
    behave(503);
    await createTask(client);
    await time.pass(24 * hour - 1);
    expect((await client.get(`/webhooks/${gid}`)).status).to.equal(200);
    await time.pass(1);
    expect((await client.get(`/webhooks/${gid}`)).status).to.equal(404);
    expect(attempts(receiver).at(-1)).to.equal(24 * 60);
    const before = attempts(receiver).length;
    behave(200);
    await createTask(client);
    await time.pass(24 * hour);
    expect(attempts(receiver)).to.have.length(before);
  });

  it('has a whole day again after every good answer', async () => {
    const { create, behave, client, time } = receive();
    const { gid } = await create();
    for (let round = 0; round < 3; round += 1) {
      behave(500);
      await createTask(client);
      await time.pass(20 * hour);
      behave(200);
      await time.pass(20 * hour);
    }
    expect((await client.get(`/webhooks/${gid}`)).status).to.equal(200);
  });

  it('counts an answer after ten seconds as none, and one that redirects', async () => {
    const { create, behave, client, time, record } = receive();
    await create();
    behave('silent');
    await createTask(client);
    await time.pass(10_000);
    expect((await record()).last_failure_content).to.equal(
      'No answer within 10000 ms'
    );
    behave(302);
    await time.pass(minute);
    expect((await record()).last_failure_content).to.equal('302');
  });

  it('is waited for, or only until everything was tried once', async () => {
    const { create, behave, client, time } = receive();
    await create();
    behave(500);
    await createTask(client);
    const seen: string[] = [];
    const { webhooks } = client.asana;
    void webhooks.attempted().then(() => seen.push('attempted'));
    void webhooks.flush().then(() => seen.push('flushed'));
    expect(seen).to.deep.equal([]);
    await time.pass(0);
    expect(seen).to.deep.equal(['attempted']);
    behave(200);
    await time.pass(minute);
    expect(seen).to.deep.equal(['attempted', 'flushed']);
    await webhooks.flush();
  });
});

describe('the signs of life of a webhook', () => {
  it('come every eight hours', async () => {
    const receiver = receive();
    await receiver.create();
    await receiver.time.pass(24 * hour);
    expect(attempts(receiver)).to.deep.equal([0, 480, 960, 1440]);
    expect(receiver.signsOfLife()).to.equal(4);
  });

  it('are tried again as well, and end the webhook after a day', async () => {
    const { create, behave, client, time } = receive();
    const { gid } = await create();
    behave('refusing');
    await time.pass(32 * hour - 1);
    expect((await client.get(`/webhooks/${gid}`)).status).to.equal(200);
    await time.pass(1);
    expect((await client.get(`/webhooks/${gid}`)).status).to.equal(404);
  });

  it('come as much faster as the time scale says, answers do not', async () => {
    const receiver = receive({ timeScale: 3600 });
    const { create, behave, client, time } = receiver;
    const { gid } = await create();
    await time.pass(24_000);
    expect(attempts(receiver)).to.have.length(4);
    behave('silent');
    await createTask(client);
    await time.pass(9999);
    expect(
      (await client.get(`/webhooks/${gid}`)).data.last_failure_at
    ).to.equal(null);
  });
});
