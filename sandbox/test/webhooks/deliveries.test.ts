import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import type { Json } from '../asana/client.js';
import { createTask, lake } from '../asana/client.js';
import { receive } from './receiver.js';

const brief = ({ action, resource, parent, change }: Json) =>
  [action, resource.resource_type, parent?.resource_type, change?.field]
    .filter(Boolean)
    .join(' ');

describe('the deliveries of a webhook', () => {
  it('tell in one of all that a request has done', async () => {
    const { create, client, time, told } = receive();
    await create();
    await createTask(client);
    await time.pass(0);
    expect(told().map(events => events.map(brief))).to.deep.equal([
      ['added story task', 'added task project', 'added task section'],
    ]);
  });

  it('name objects, and nothing that was written in them', async () => {
    const { create, client, time, told, received } = receive();
    await create();
    const { gid } = await createTask(client, { name: 'A secret' });
    await client.put(`/tasks/${gid}`, { assignee: 'me', name: 'Another' });
    await time.pass(0);
    const assigned = told()
      .flat()
      .find(({ change }: Json) => change?.field === 'assignee');
    const user = { gid: assigned.user.gid, resource_type: 'user' };
    expect(assigned).to.deep.equal({
      user,
      created_at: '2026-01-15T10:00:00.000Z',
      action: 'changed',
      resource: {
        gid,
        resource_type: 'task',
        resource_subtype: 'default_task',
      },
      parent: null,
      change: { field: 'assignee', action: 'changed', new_value: user },
    });
    const bodies = received.map(({ body }) => body).join();
    expect(bodies).to.not.match(/secret|Another|Amina/);
    expect(bodies).to.not.match(/[\s]/);
  });

  it('are signed as openssl signs them', async () => {
    const { create, client, time, received } = receive();
    const { secret } = await create();
    await createTask(client);
    await time.pass(0);
    const { body, headers } = received.at(-1)!;
    const digest = execFileSync(
      'openssl',
      ['dgst', '-sha256', '-hmac', secret, '-r'],
      { input: body }
    ).toString();
    expect(headers['x-hook-signature']).to.equal(digest.slice(0, 64));
    expect(headers['content-type']).to.match(/^application\/json/);
  });

  const filters: readonly [object, readonly string[]][] = [
    [{ resource_type: 'section' }, ['added section project']],
    [{ resource_type: 'task', action: 'deleted' }, ['deleted task']],
    [
      { resource_type: 'task', action: 'changed', fields: ['name', 'notes'] },
      ['changed task name'],
    ],
    [
      { resource_type: 'story', resource_subtype: 'comment_added' },
      ['added story task'],
    ],
    [{ resource_type: 'tag' }, []],
  ];
  for (const [filter, expected] of filters) {
    it(`are those that pass ${JSON.stringify(filter)}`, async () => {
      const { create, client, time, told } = receive();
      await create({ filters: [filter] });
      const { gid } = await createTask(client);
      await client.put(`/tasks/${gid}`, { name: 'Dry', due_on: '2026-02-01' });
      await client.post(`/tasks/${gid}/stories`, { text: 'Called' });
      const sections = `/projects/${lake(client).gid}/sections`;
      await client.post(sections, { name: 'Urgent' });
      await client.delete(`/tasks/${gid}`);
      await time.pass(0);
      expect(told().flat().map(brief)).to.deep.equal(expected);
    });
  }

  it('are those that pass one of several filters', async () => {
    const { create, client, time, told } = receive();
    await create({
      filters: [
        { resource_type: 'task', action: 'deleted' },
        { resource_type: 'task', action: 'changed', fields: ['name'] },
      ],
    });
    const { gid } = await createTask(client);
    await client.put(`/tasks/${gid}`, { name: 'Dry' });
    await client.delete(`/tasks/${gid}`);
    await time.pass(0);
    expect(told().flat().map(brief)).to.deep.equal([
      'changed task name',
      'deleted task',
    ]);
  });

  it('follow new filters as soon as they are there', async () => {
    const { create, client, time, told } = receive();
    const { gid } = await create({ filters: [{ resource_type: 'tag' }] });
    await createTask(client);
    await client.put(`/webhooks/${gid}`, {
      filters: [{ resource_type: 'section' }],
    });
    await createTask(client);
    const sections = `/projects/${lake(client).gid}/sections`;
    await client.post(sections, { name: 'Urgent' });
    await time.pass(0);
    expect(told().flat().map(brief)).to.deep.equal(['added section project']);
  });

  it('are of the resource alone, here of one task and its subtasks', async () => {
    const { create, client, time, told } = receive();
    const task = await createTask(client);
    await create({ resource: task.gid });
    await createTask(client);
    await client.post(`/tasks/${task.gid}/subtasks`, { name: 'Below' });
    await time.pass(0);
    expect(told().flat().map(brief)).to.deep.equal(['added task task']);
  });

  it('come to an end when the webhook is deleted', async () => {
    const { create, client, time, received } = receive();
    const { gid } = await create();
    await createTask(client);
    await client.delete(`/webhooks/${gid}`);
    const before = received.length;
    await createTask(client);
    await time.pass(24 * 60 * 60_000);
    expect(received).to.have.length(before);
  });

  it('come to an end also while an answer is awaited', async () => {
    const { create, behave, client, time, received } = receive();
    const { gid } = await create();
    behave('silent');
    await createTask(client);
    await time.pass(1);
    const before = received.length;
    await client.delete(`/webhooks/${gid}`);
    await time.pass(24 * 60 * 60_000);
    expect(received).to.have.length(before);
    await client.asana.webhooks.flush();
  });

  it('come when the delay of the events has passed', async () => {
    const { create, client, time, told } = receive({}, { delayMs: 60_000 });
    await create();
    await createTask(client);
    await time.pass(30_000);
    await createTask(client);
    await time.pass(29_999);
    expect(told()).to.have.length(0);
    await time.pass(1);
    expect(told()).to.have.length(1);
    await time.pass(30_000);
    expect(told()).to.have.length(2);
  });

  it('leave out what is lost', async () => {
    const { create, client, time, told } = receive();
    await create();
    client.asana.events.lose(({ action }) => action === 'added');
    const { gid } = await createTask(client);
    await client.delete(`/tasks/${gid}`);
    await time.pass(0);
    expect(told().flat().map(brief)).to.deep.equal(['deleted task']);
  });

  it('hold a hundred events at most, in the order in which it happened', async () => {
    const { create, client, time, told } = receive();
    await create({ filters: [{ resource_type: 'task', action: 'added' }] });
    const gids: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      gids.push((await createTask(client)).gid);
    }
    await time.pass(0);
    // Each is added to the project and to its section.
    expect(told().map(events => events.length)).to.deep.equal([100, 20]);
    const seen = told()
      .flat()
      .map(({ resource }: Json) => resource.gid);
    expect([...new Set(seen)]).to.deep.equal(gids);
  });

  it('come in any order where that is wished', async () => {
    const numbers = [0.1, 0.9, 0.3, 0.7, 0.2, 0.01];
    let drawn = 0;
    const random = () => numbers[drawn++ % numbers.length]!;
    const { create, client, time, told } = receive({ shuffle: true, random });
    await create({ filters: [{ resource_type: 'section' }] });
    const sections = `/projects/${lake(client).gid}/sections`;
    const made: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      made.push((await client.post(sections, { name: `${index}` })).data.gid);
    }
    await time.pass(0);
    const seen = told()
      .flat()
      .map(({ resource }: Json) => resource.gid);
    expect(seen).to.not.deep.equal(made);
    expect([...seen].sort()).to.deep.equal([...made].sort());
    expect(told().length).to.be.greaterThan(1);
  });

  it('end with a reset, and with the sandbox', async () => {
    for (const end of ['reset', 'close'] as const) {
      const { create, client, time, received } = receive();
      await create();
      await createTask(client);
      client.asana[end]();
      await createTask(client);
      await time.pass(24 * 60 * 60_000);
      expect(received, end).to.have.length(2);
    }
  });
});
