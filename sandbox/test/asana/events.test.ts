import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

const path = (gid: string, sync = '') => `/events?resource=${gid}&sync=${sync}`;

/** The token of a stream that starts now. */
async function follow(client: Client, gid: string): Promise<string> {
  const { status, body } = await client.get(`/events?resource=${gid}`);
  expect(status).to.equal(412);
  return body.sync;
}

const brief = ({ action, resource, parent, change }: Json) =>
  [action, resource.resource_type, parent?.resource_type, change?.field]
    .filter(Boolean)
    .join(' ');

describe('events', () => {
  it('start with a 412 that carries a token', async () => {
    const client = connect();
    const { gid } = lake(client);
    const { status, message, body } = await client.get(path(gid));
    expect(status).to.equal(412);
    expect(message).to.match(/^Sync token invalid or too old\./);
    const { body: first } = await client.get(path(gid, body.sync));
    expect(first).to.deep.include({ data: [], has_more: false });
    expect(first.sync).to.be.a('string');
  });

  it('tell of the tasks and stories of a project', async () => {
    const client = connect();
    const sync = await follow(client, lake(client).gid);
    const { gid } = await createTask(client);
    await client.put(`/tasks/${gid}`, { name: 'Dry well' });
    await client.delete(`/tasks/${gid}`);
    const { data } = (await client.get(path(lake(client).gid, sync))).body;
    expect(data.map(brief)).to.deep.equal([
      'added story task',
      'added task project',
      'added task section',
      'added story task',
      'changed task name',
      'deleted task',
    ]);
  });

  it('tell of a project itself and of its sections', async () => {
    const client = connect();
    const project = lake(client).gid;
    const sync = await follow(client, project);
    await client.put(`/projects/${project}`, { color: 'light-blue' });
    const section = await client.post(`/projects/${project}/sections`, {
      name: 'Urgent',
    });
    await client.put(`/sections/${section.data.gid}`, { name: 'Now' });
    await client.delete(`/sections/${section.data.gid}`);
    const { data } = await client.get(path(project, sync));
    expect(data.map(brief)).to.deep.equal([
      'changed project color',
      'added section project',
      'changed section name',
      'deleted section',
    ]);
  });

  it('tell of the comments and attachments of a task', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const sync = await follow(client, gid);
    const comment = await client.post(`/tasks/${gid}/stories`, { text: 'Dry' });
    await client.put(`/stories/${comment.data.gid}`, { text: 'Very dry' });
    await client.delete(`/stories/${comment.data.gid}`);
    const link = new FormData();
    link.set('parent', gid);
    link.set('resource_subtype', 'external');
    link.set('name', 'Form');
    link.set('url', 'https://kobo.example/form/1');
    const attached = await client.send('POST', '/attachments', { body: link });
    await client.delete(`/attachments/${attached.data.gid}`);
    const { data } = await client.get(path(gid, sync));
    expect(data.map(brief)).to.deep.equal([
      'added story task',
      'changed story text',
      'removed story task',
      'added story task',
      'added attachment task',
      'deleted attachment',
    ]);
  });

  it('carry compact records, and what opt_fields names', async () => {
    const client = connect();
    const sync = await follow(client, lake(client).gid);
    const task = await createTask(client, { assignee: 'me' });
    const { data } = await client.get(path(lake(client).gid, sync));
    const assigned = data.find(
      ({ change }: Json) => change?.field === 'assignee'
    );
    expect(assigned.resource).to.deep.equal({
      gid: task.gid,
      resource_type: 'task',
      name: 'A leaking well',
      resource_subtype: 'default_task',
    });
    expect(assigned.change).to.deep.include({ action: 'changed' });
    expect(assigned.change.new_value.name).to.equal('Amina Diallo');
    expect(assigned.user.name).to.equal('Amina Diallo');
    const { data: narrow } = await client.get(
      `${path(lake(client).gid, sync)}&opt_fields=action,resource.name`
    );
    expect(narrow[1]).to.deep.equal({
      action: 'added',
      resource: { gid: task.gid, name: 'A leaking well' },
    });
  });

  it('tell of subtasks in the stream of the task above', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const sync = await follow(client, gid);
    const { data } = await client.post(`/tasks/${gid}/subtasks`, {});
    await client.put(`/tasks/${data.gid}`, { completed: true });
    const events = (await client.get(path(gid, sync))).data;
    expect(events.map(brief)).to.deep.equal([
      'added task task',
      'added story task',
      'changed task completed',
    ]);
  });

  it('give the same page again for the same token', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const sync = await follow(client, gid);
    await client.post(`/tasks/${gid}/stories`, { text: 'Called back' });
    const first = await client.get(path(gid, sync));
    const again = await client.get(path(gid, sync));
    expect(again.data).to.deep.equal(first.data);
    const next = await client.get(path(gid, first.body.sync));
    expect(next.data).to.deep.equal([]);
  });

  it('come in pages of 100', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    let sync = await follow(client, gid);
    for (let index = 0; index < 101; index += 1) {
      await client.post(`/tasks/${gid}/stories`, { text: `${index}` });
    }
    const first = await client.get(path(gid, sync));
    expect(first.data).to.have.length(100);
    expect(first.body.has_more).to.equal(true);
    sync = first.body.sync;
    const second = await client.get(path(gid, sync));
    expect(second.data).to.have.length(1);
    expect(second.body.has_more).to.equal(false);
  });

  it('start anew with a token that is old, foreign or made up', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const foreign = await follow(client, lake(client).gid);
    const own = await follow(client, gid);
    for (const [sync, hours] of [
      [foreign, 0],
      ['abc', 0],
      [own, 25],
    ] as const) {
      client.wait(hours * 60 * 60 * 1000);
      const answer = await client.get(path(gid, sync));
      expect(answer.status).to.equal(412);
      const { status } = await client.get(path(gid, answer.body.sync));
      expect(status).to.equal(200);
    }
  });

  it('need a resource that exists', async () => {
    const client = connect();
    expect((await client.get('/events')).message).to.equal(
      'resource: Missing input'
    );
    const { status } = await client.get(path('1299999999999999'));
    expect(status).to.equal(404);
  });
});

describe('the events of a workspace', () => {
  const stream = (client: Client, sync?: string) =>
    client.get(
      `/workspaces/${workspaceGid(client)}/events${sync ? `?sync=${sync}` : ''}`
    );

  it('start with a 412 that carries a token', async () => {
    const client = connect();
    const first = await stream(client);
    expect(first.status).to.equal(412);
    const { status, body } = await stream(client, first.body.sync);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ data: [], has_more: false });
  });

  it('tell of whatever is in it', async () => {
    const client = connect();
    const { body } = await stream(client);
    const workspace = workspaceGid(client);
    const task = await createTask(client);
    await client.post(`/tasks/${task.gid}/stories`, { text: 'Called' });
    await client.post('/tags', { workspace, name: 'Wells' });
    await client.post('/goals', { workspace, name: 'Answer in a week' });
    const { data } = await stream(client, body.sync);
    expect(data.map(brief)).to.deep.equal([
      'added story task',
      'added task project',
      'added task section',
      'added story task',
      'added tag workspace',
      'added goal workspace',
    ]);
  });

  it('come in pages of 1000', async () => {
    const client = connect();
    const { body } = await stream(client);
    const { gid } = lake(client);
    for (let index = 0; index < 1001; index += 1) {
      await client.put(`/projects/${gid}`, { notes: `${index}` });
    }
    const first = await stream(client, body.sync);
    expect(first.data).to.have.length(1000);
    expect(first.body.has_more).to.equal(true);
    const second = await stream(client, first.body.sync);
    expect(second.data).to.have.length(1);
    expect(second.body.has_more).to.equal(false);
  });
});

describe('the events of a goal', () => {
  it('tell of its changes and comments', async () => {
    const client = connect();
    const { data: goal } = await client.post('/goals', {
      workspace: workspaceGid(client),
      name: 'Answer in a week',
    });
    const sync = await follow(client, goal.gid);
    await client.put(`/goals/${goal.gid}`, { name: 'Answer in a day' });
    await client.post(`/goals/${goal.gid}/stories`, { text: 'Hard' });
    const { data } = await client.get(path(goal.gid, sync));
    expect(data.map(brief)).to.deep.equal([
      'changed goal name',
      'added story goal',
    ]);
  });
});
