import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, workspaceGid } from './client.js';

const path = (client: Client, query = '') =>
  `/workspaces/${workspaceGid(client)}/audit_log_events?${query}`;

/** Makes a task and deletes it, which the log has an entry for. */
async function deleteOne(client: Client): Promise<string> {
  const { gid } = await createTask(client);
  await client.delete(`/tasks/${gid}`);
  return gid;
}

describe('the audit log', () => {
  it('tells who did what, the oldest first', async () => {
    const client = connect();
    const gid = await deleteOne(client);
    const { status, data } = await client.get(path(client));
    expect(status).to.equal(200);
    const times = data.map(({ created_at }: Json) => created_at);
    expect(times).to.deep.equal([...times].sort());
    expect(data.at(-1)).to.deep.include({
      event_type: 'task_deleted',
      event_category: 'deletion',
      resource: { gid, resource_type: 'task', name: 'A leaking well' },
    });
    expect(data.at(-1).actor.name).to.equal('Amina Diallo');
  });

  it('is filtered by type, person, object and time', async () => {
    const client = connect();
    const gid = await deleteOne(client);
    const count = async (query: string) =>
      (await client.get(path(client, query))).data.length;
    const { data } = await client.get(path(client));
    const { created_at, actor } = data[3];
    expect(await count('event_type=task_deleted')).to.equal(1);
    expect(await count(`resource_gid=${gid}`)).to.equal(1);
    expect(await count(`actor_gid=${actor.gid}`)).to.equal(3);
    expect(await count('actor_type=anonymous')).to.equal(0);
    // The start belongs to it, the end does not.
    expect(await count(`start_at=${created_at}`)).to.equal(10);
    expect(await count(`end_at=${created_at}`)).to.equal(3);
    const wrong = await client.get(path(client, 'start_at=yesterday'));
    expect(wrong.message).to.match(/^start_at: Datetime must be in ISO-8601/);
  });

  it('is a stream: after one page there is always a next one', async () => {
    const client = connect();
    let next = path(client, 'limit=5&event_type=user_login_succeeded');
    const sizes = [];
    for (let page = 0; page < 4; page += 1) {
      const { data, body } = await client.get(next);
      sizes.push(data.length);
      next = body.next_page.path;
    }
    expect(sizes).to.deep.equal([5, 1, 0, 0]);
  });

  it('has in its next page what happened since', async () => {
    const client = connect();
    const { body } = await client.get(path(client));
    const empty = await client.get(body.next_page.path);
    expect(empty.data).to.deep.equal([]);
    const gid = await deleteOne(client);
    const { data } = await client.get(empty.body.next_page.path);
    expect(data.map(({ resource }: Json) => resource.gid)).to.deep.equal([gid]);
  });

  it('has no next page where nothing matches', async () => {
    const client = connect();
    const { body } = await client.get(path(client, 'event_type=none'));
    expect(body).to.deep.equal({ data: [], next_page: null });
  });

  it('takes an offset with the filters that it was given for', async () => {
    const client = connect();
    const { body } = await client.get(path(client, 'limit=5'));
    const { offset } = body.next_page;
    const other = `event_type=task_deleted&offset=${offset}`;
    for (const query of [other, 'offset=abc']) {
      const { status, message } = await client.get(path(client, query));
      expect([status, message]).to.deep.equal([
        400,
        'offset: Your pagination token is invalid.',
      ]);
    }
  });

  it('forgets after 90 days', async () => {
    const client = connect();
    client.wait(91 * 24 * 60 * 60 * 1000);
    expect((await client.get(path(client))).data).to.deep.equal([]);
  });
});
