import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake } from './client.js';

async function follow(client: Client): Promise<() => Promise<string[]>> {
  const path = `/events?resource=${lake(client).gid}&sync=`;
  const { body } = await client.get(path);
  return async () =>
    (await client.get(`${path}${body.sync}`)).data.map(
      ({ action, resource }: Json) => `${action} ${resource.resource_type}`
    );
}

describe('the trash', () => {
  it('gives a task back as it was, where it was', async () => {
    const client = connect();
    const { gid } = await createTask(client, {
      assignee: 'me',
      external: { gid: 'case-1' },
    });
    const { gid: below } = (await client.post(`/tasks/${gid}/subtasks`, {}))
      .data;
    await client.post(`/tasks/${gid}/stories`, { text: 'Dry' });
    const before = (await client.get(`/tasks/${gid}`)).data;
    const stories = (await client.get(`/tasks/${gid}/stories`)).data;
    const events = await follow(client);
    await client.delete(`/tasks/${gid}`);
    expect((await client.get(`/tasks/${below}`)).status).to.equal(404);
    client.asana.undelete(gid);
    expect((await client.get(`/tasks/${gid}`)).data).to.deep.equal(before);
    expect((await client.get('/tasks/external:case-1')).data.gid).to.equal(gid);
    expect((await client.get(`/tasks/${gid}/stories`)).data).to.deep.equal(
      stories
    );
    const listed = await client.get(`/tasks?project=${lake(client).gid}`);
    expect(listed.data.map((task: Json) => task.gid)).to.deep.equal([gid]);
    expect((await client.get(`/tasks/${below}`)).data.parent.gid).to.equal(gid);
    expect(await events()).to.deep.equal([
      'deleted task',
      'deleted task',
      'undeleted task',
      'undeleted task',
    ]);
  });

  it('leaves a subtask there that was deleted before the task above', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { gid: below } = (await client.post(`/tasks/${gid}/subtasks`, {}))
      .data;
    await client.delete(`/tasks/${below}`);
    await client.delete(`/tasks/${gid}`);
    client.asana.undelete(gid);
    expect((await client.get(`/tasks/${gid}/subtasks`)).data).to.deep.equal([]);
    client.asana.undelete(below);
    expect((await client.get(`/tasks/${gid}/subtasks`)).data).to.have.length(1);
  });

  it('gives a task back without a project that has gone meanwhile', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    await client.delete(`/tasks/${gid}`);
    await client.delete(`/projects/${lake(client).gid}`);
    client.asana.undelete(gid);
    expect((await client.get(`/tasks/${gid}`)).data.memberships).to.deep.equal(
      []
    );
  });

  it('says so where there is nothing to give back', () => {
    expect(() => connect().asana.undelete('1')).to.throw('no 1 in the trash');
  });
});
