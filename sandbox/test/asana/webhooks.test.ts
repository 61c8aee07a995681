import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, lake, workspaceGid } from './client.js';

const target = 'https://relief.example/hook?board=1';

const create = (client: Client, data: object = {}) =>
  client.post('/webhooks', { resource: lake(client).gid, target, ...data });

describe('a webhook', () => {
  it('is made inactive, with a secret that is told only then', async () => {
    const client = connect();
    const { status, body, data } = await create(client);
    expect(status).to.equal(201);
    expect(data).to.deep.include({ active: false, target, filters: [] });
    expect(data.resource.name).to.equal('Grievances – Lake Region');
    expect(body['X-Hook-Secret']).to.match(/^[0-9a-f]{64}$/);
    const again = await client.get(`/webhooks/${data.gid}`);
    expect(again.data.active).to.equal(true);
    expect(again.body).to.not.have.property('X-Hook-Secret');
  });

  it('is listed for a workspace, all or those of one resource', async () => {
    const client = connect();
    const { data: made } = await create(client);
    const [, other] = [...client.asana.store.projects];
    await create(client, { resource: other!.gid });
    const path = `/webhooks?workspace=${workspaceGid(client)}`;
    expect((await client.get(path)).data).to.have.length(2);
    const { data } = await client.get(`${path}&resource=${lake(client).gid}`);
    expect(data.map(({ gid }: Json) => gid)).to.deep.equal([made.gid]);
    expect((await client.get('/webhooks')).message).to.equal(
      'workspace: Missing input'
    );
  });

  it('has its filters replaced as a whole', async () => {
    const client = connect();
    const { data: made } = await create(client, {
      filters: [{ resource_type: 'task', action: 'added' }],
    });
    const filters = [
      { resource_type: 'task', action: 'changed', fields: ['completed'] },
    ];
    const path = `/webhooks/${made.gid}`;
    const { data } = await client.put(path, { filters });
    expect(data.filters).to.deep.equal(filters);
    const fixed = await client.put(path, { target: 'https://b.example' });
    expect(fixed.message).to.equal('target: Cannot write this property');
  });

  it('is gone once it was deleted', async () => {
    const client = connect();
    const { data } = await create(client);
    const { status } = await client.delete(`/webhooks/${data.gid}`);
    expect(status).to.equal(200);
    expect((await client.get(`/webhooks/${data.gid}`)).status).to.equal(404);
    expect((await create(client)).status).to.equal(201);
  });

  it('is made once for a resource and a target', async () => {
    const client = connect();
    await create(client);
    const { status, message } = await create(client);
    expect(status).to.equal(403);
    expect(message).to.match(/^Duplicated webhook\. You already have/);
    const other = await create(client, { target: 'https://b.example/' });
    expect(other.status).to.equal(201);
  });

  it('does not go to this machine, unless the sandbox is told so', async () => {
    const hosts = ['http://localhost:8080/', 'http://127.0.0.1:4747/hook'];
    for (const own of hosts) {
      const refused = await create(connect(), { target: own });
      expect(refused.status, own).to.equal(403);
      const allowed = await create(connect({ localWebhooks: true }), {
        target: own,
      });
      expect(allowed.status, own).to.equal(201);
    }
  });

  it('needs a resource and a target', async () => {
    const client = connect();
    const refusal = async (data: object) =>
      (await client.post('/webhooks', data)).message;
    expect(await refusal({})).to.equal('You should specify one of resource');
    expect(await refusal({ target })).to.equal('resource: Missing input');
    const { gid: resource } = lake(client);
    expect(await refusal({ resource })).to.equal('target: Missing input');
    expect(await refusal({ resource, target: 'here' })).to.equal(
      'target: Not a valid URL: here'
    );
    expect(await refusal({ resource: '1299999999999999', target })).to.equal(
      'resource: Unknown object: 1299999999999999'
    );
  });

  it('needs filters on a workspace, a team or a portfolio', async () => {
    const client = connect();
    const resource = workspaceGid(client);
    const refusal = async (filters?: object[]) =>
      (await create(client, { resource, filters })).message;
    expect(await refusal()).to.equal('filters: Missing input');
    expect(await refusal([])).to.equal('filters: Missing input');
    expect(await refusal([{ resource_type: 'task' }])).to.equal(
      'filters: [0]: resource_type: Not valid on a workspace: task'
    );
    const changed = { resource_type: 'project', action: 'changed' };
    expect(await refusal([{ ...changed, fields: ['name'] }])).to.equal(
      'filters: [0]: fields: Not valid on a workspace'
    );
    const { status } = await create(client, { resource, filters: [changed] });
    expect(status).to.equal(201);
  });

  it('has filters of a type, and of an action that there is', async () => {
    const client = connect();
    const refusal = async (filter: unknown) =>
      (await create(client, { filters: [filter] })).message;
    expect(await refusal({})).to.equal(
      'filters: [0]: resource_type: Missing input'
    );
    expect(await refusal({ resource_type: 'task', action: 'moved' })).to.match(
      /^filters: \[0\]: action: Not one of changed, /
    );
    expect(
      await refusal({ resource_type: 'task', action: 'added', fields: ['a'] })
    ).to.equal('filters: [0]: fields: Only valid for the action changed');
    expect(await refusal('task')).to.equal(
      'filters: Value is not a JSON object: task'
    );
  });

  it('is seen by nobody but who made it', async () => {
    const client = connect();
    const { data } = await create(client);
    const { store } = client.asana;
    store.tokens.set('other', store.users.named('Joseph Okello')!);
    const headers = { Authorization: 'Bearer other' };
    const list = `/webhooks?workspace=${workspaceGid(client)}`;
    const foreign = await client.send('GET', list, { headers });
    expect(foreign.data).to.deep.equal([]);
    const path = `/webhooks/${data.gid}`;
    const { status } = await client.send('GET', path, { headers });
    expect(status).to.equal(403);
  });
});
