import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake } from './client.js';

const path = (client: Client, sync: string) =>
  `/events?resource=${lake(client).gid}&sync=${sync}`;

/** The token of the first board's stream, which starts now. */
async function follow(client: Client): Promise<string> {
  const { body } = await client.get(path(client, ''));
  return body.sync;
}

const actions = async (client: Client, sync: string) =>
  (await client.get(path(client, sync))).data.map(({ action }: Json) => action);

const rename = (client: Client, gid: string, name: string) =>
  client.put(`/tasks/${gid}`, { name });

describe('events that Asana does not tell well', () => {
  it('are not there before their delay has passed', async () => {
    const client = connect({ events: { delayMs: 60_000 } });
    const task = await createTask(client);
    client.wait(60_000);
    const sync = await follow(client);
    await rename(client, task.gid, 'Dry well');
    expect(await actions(client, sync)).to.deep.equal([]);
    client.wait(60_000);
    expect(await actions(client, sync)).to.deep.equal(['added', 'changed']);
  });

  it('come in order, each by itself, to one who reads on', async () => {
    const client = connect({ events: { delayMs: 5000 } });
    const { gid } = await createTask(client);
    client.wait(5000);
    let sync = await follow(client);
    const seen: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      if (index < 4) await client.post(`/tasks/${gid}/stories`, { text: '.' });
      const { body, data } = await client.get(path(client, sync));
      seen.push(...data.map(({ resource }: Json) => resource.gid));
      sync = body.sync;
    }
    const { stories } = client.asana.store.tasks.get(gid)!;
    const comments = stories.filter(({ type }) => type === 'comment');
    expect(seen).to.deep.equal(comments.map(story => story.gid));
  });

  it('are lost while they match, as Asana shows them', async () => {
    const client = connect();
    const sync = await follow(client);
    const isRename = ({ resource, change, user }: Json) =>
      resource.name === 'Dry well' &&
      change?.field === 'name' &&
      user.name === 'Amina Diallo';
    const stop = client.asana.events.lose(isRename);
    const { gid } = await createTask(client);
    const before = await actions(client, sync);
    await rename(client, gid, 'Dry well');
    expect(await actions(client, sync)).to.deep.equal([...before, 'added']);
    stop();
    await rename(client, gid, 'Well');
    await rename(client, gid, 'Dry well');
    expect((await actions(client, sync)).slice(before.length + 1)).to.include(
      'changed'
    );
  });

  it('are lost from the start where the options say so', async () => {
    const client = connect({
      events: { lose: ({ action }) => action === 'added' },
    });
    const sync = await follow(client);
    const { gid } = await createTask(client);
    await client.delete(`/tasks/${gid}`);
    expect(await actions(client, sync)).to.deep.equal(['deleted']);
    client.asana.reset();
    const anew = await follow(client);
    await createTask(client);
    expect(await actions(client, anew)).to.deep.equal([]);
  });

  it('need a new token when the old ones have expired', async () => {
    const client = connect();
    const sync = await follow(client);
    client.asana.events.expireTokens();
    const { status, body } = await client.get(path(client, sync));
    expect(status).to.equal(412);
    expect((await client.get(path(client, body.sync))).status).to.equal(200);
  });

  it('have tokens that live as long as the options say', async () => {
    const client = connect({ events: { tokenLifetimeMs: 10_000 } });
    const sync = await follow(client);
    client.wait(9000);
    expect((await client.get(path(client, sync))).status).to.equal(200);
    expect((await client.get(path(client, sync))).status).to.equal(412);
  });
});

describe('what is told of a parent', () => {
  it('reaches the project that a subtask leaves with it', async () => {
    const client = connect();
    const parent = await createTask(client);
    const { data } = await client.post(`/tasks/${parent.gid}/subtasks`, {});
    const sync = await follow(client);
    await client.post(`/tasks/${data.gid}/setParent`, { parent: null });
    const [event] = (await client.get(path(client, sync))).data;
    expect(event.action).to.equal('removed');
    expect(event.parent.gid).to.equal(parent.gid);
  });
});

describe('the time of an answer', () => {
  it("is that of the sandbox's clock, refusals included", async () => {
    const client = connect();
    for (const asked of ['/users/me', '/tasks/1', '/nothing']) {
      const { headers } = await client.get(asked);
      expect(headers.get('Date')).to.match(/^Thu, 15 Jan 2026 10:00:0\d GMT$/);
    }
  });
});
