import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, lake } from './client.js';

/** A project that María has left, and her token. */
async function scene() {
  const client = connect();
  const { store } = client.asana;
  const maria = store.users.named('María Quispe')!;
  store.tokens.set('maria', maria);
  const project = lake(client).gid;
  const members = [maria.gid];
  await client.post(`/projects/${project}/removeMembers`, { members });
  await client.put(`/projects/${project}`, { privacy_setting: 'private' });
  return { client, project };
}

const ask = (client: Client, target: string): Promise<Json> =>
  client.send('POST', '/access_requests', {
    headers: { Authorization: 'Bearer maria' },
    body: JSON.stringify({ data: { target, message: 'Please' } }),
  });

const read = (client: Client, project: string) =>
  client.send('GET', `/projects/${project}`, {
    headers: { Authorization: 'Bearer maria' },
  });

describe('a request for access', () => {
  it('waits until someone approves it', async () => {
    const { client, project } = await scene();
    expect((await read(client, project)).status).to.equal(403);
    const { status, data } = await ask(client, project);
    expect([status, data.approval_status]).to.deep.equal([201, 'pending']);
    // Whoever may not see the project does not learn its name.
    expect(data.target).to.deep.equal({
      gid: project,
      resource_type: 'project',
    });
    const list = `/access_requests?target=${project}`;
    const waiting = await client.get(list);
    expect(waiting.data[0].requester.name).to.equal('María Quispe');
    expect((await client.get(`${list}&user=me`)).data).to.deep.equal([]);
    const path = `/access_requests/${data.gid}/approve`;
    const { body } = await client.post(path);
    expect(body).to.deep.equal({ data: {} });
    expect((await read(client, project)).status).to.equal(200);
    expect((await client.get(list)).data).to.deep.equal([]);
    expect((await client.post(path)).status).to.equal(400);
  });

  it('is rejected, and changes nothing', async () => {
    const { client, project } = await scene();
    const { data } = await ask(client, project);
    const { status } = await client.post(`/access_requests/${data.gid}/reject`);
    expect(status).to.equal(200);
    expect((await read(client, project)).status).to.equal(403);
  });

  it('is for a project or a portfolio', async () => {
    const { client } = await scene();
    const answer = await ask(client, '1299999999999999');
    expect(answer.message).to.equal('target: Unknown object: 1299999999999999');
    const missing = await client.post('/access_requests', {});
    expect(missing.message).to.equal('target: Missing input');
  });
});
