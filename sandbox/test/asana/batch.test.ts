import { expect } from 'chai';
import type { Client } from './client.js';
import { connect, createTask, lake } from './client.js';

const send = (client: Client, ...actions: object[]) =>
  client.post('/batch', { actions });

describe('a batch', () => {
  it('answers every action in order, with its own status', async () => {
    const client = connect();
    const task = await createTask(client);
    const { status, data } = await send(
      client,
      { method: 'get', relative_path: `/tasks/${task.gid}` },
      { method: 'get', relative_path: '/tasks/1299999999999999' },
      {
        method: 'post',
        relative_path: '/tasks',
        data: { name: 'New', projects: [lake(client).gid] },
        options: { fields: ['name'] },
      }
    );
    expect(status).to.equal(200);
    expect(
      data.map((each: { status_code: number }) => each.status_code)
    ).to.deep.equal([200, 404, 201]);
    expect(data[0].body.data.gid).to.equal(task.gid);
    expect(data[1].body.errors[0].message).to.equal(
      'task: Unknown object: 1299999999999999'
    );
    expect(data[2].body.data).to.have.all.keys('gid', 'name');
    expect(data[2].headers.location).to.match(/\/api\/1\.0\/tasks\/\d+$/);
  });

  it('takes what a GET asks for from its data, and the page from options', async () => {
    const client = connect();
    await createTask(client, { name: 'a' });
    await createTask(client, { name: 'b' });
    const { data } = await send(client, {
      method: 'get',
      relative_path: '/tasks',
      data: { project: lake(client).gid },
      options: { limit: 1, fields: ['name'] },
    });
    const { body } = data[0];
    expect(body.data[0]).to.deep.equal({ gid: body.data[0].gid, name: 'a' });
    const { data: second } = await send(client, {
      method: 'get',
      relative_path: '/tasks',
      data: { project: lake(client).gid },
      options: { limit: 1, offset: body.next_page.offset },
    });
    expect(second[0].body.data[0].name).to.equal('b');
  });

  it('does not do everything that a request can', async () => {
    const client = connect();
    const { data } = await send(
      client,
      { method: 'post', relative_path: '/batch', data: { actions: [] } },
      { method: 'post', relative_path: '/attachments' },
      { method: 'post', relative_path: '/organization_exports' },
      { method: 'get', relative_path: '/tasks?project=1' },
      { method: 'fetch', relative_path: '/tasks' },
      { method: 'get', relative_path: '/nothing' }
    );
    expect(
      data.map((each: { status_code: number }) => each.status_code)
    ).to.deep.equal([400, 400, 400, 400, 400, 404]);
  });

  it('has one to ten actions', async () => {
    const client = connect();
    const action = { method: 'get', relative_path: '/users/me' };
    expect((await send(client)).status).to.equal(400);
    expect((await send(client, ...Array(11).fill(action))).status).to.equal(
      400
    );
    const { data } = await send(client, ...Array(10).fill(action));
    expect(data).to.have.length(10);
  });
});
