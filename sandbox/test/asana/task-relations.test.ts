import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask } from './client.js';

async function withTasks(count: number) {
  const client = connect();
  const gids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    gids.push((await createTask(client, { name: `Task ${index}` })).gid);
  }
  return { client, gids };
}

const names = async (client: Client, path: string) =>
  (await client.get(path)).data.map(({ name }: Json) => name);

describe('the tags of a task', () => {
  it('are added and removed one at a time', async () => {
    const { client, gids } = await withTasks(1);
    const tag = client.asana.store.tags.named('urgent')!.gid;
    const path = `/tasks/${gids[0]}`;
    const added = await client.post(`${path}/addTag`, { tag });
    expect(added.body).to.deep.equal({ data: {} });
    await client.post(`${path}/addTag`, { tag });
    expect(await names(client, `${path}/tags`)).to.deep.equal(['urgent']);
    await client.post(`${path}/removeTag`, { tag });
    expect(await names(client, `${path}/tags`)).to.deep.equal([]);
  });

  it('go when the tag is deleted', async () => {
    const { client, gids } = await withTasks(1);
    const tag = client.asana.store.tags.named('urgent')!.gid;
    await client.post(`/tasks/${gids[0]}/addTag`, { tag });
    await client.delete(`/tags/${tag}`);
    expect(await names(client, `/tasks/${gids[0]}/tags`)).to.deep.equal([]);
  });
});

describe('the followers of a task', () => {
  it('are added and removed, and the task comes back', async () => {
    const { client, gids } = await withTasks(1);
    const followers = ['joseph@riverside-relief.example', 'me'];
    const added = await client.post(`/tasks/${gids[0]}/addFollowers`, {
      followers,
    });
    expect(added.data.followers).to.have.length(2);
    const removed = await client.post(`/tasks/${gids[0]}/removeFollowers`, {
      followers: ['me'],
    });
    expect(removed.data.followers).to.have.length(1);
  });
});

describe('the dependencies of a task', () => {
  it('are the dependents of the other one', async () => {
    const { client, gids } = await withTasks(2);
    await client.post(`/tasks/${gids[0]}/addDependencies`, {
      dependencies: [gids[1]],
    });
    expect(await names(client, `/tasks/${gids[0]}/dependencies`)).to.deep.equal(
      ['Task 1']
    );
    expect(await names(client, `/tasks/${gids[1]}/dependents`)).to.deep.equal([
      'Task 0',
    ]);
    await client.post(`/tasks/${gids[1]}/removeDependents`, {
      dependents: [gids[0]],
    });
    expect(await names(client, `/tasks/${gids[0]}/dependencies`)).to.deep.equal(
      []
    );
  });

  it('are added and removed from either side', async () => {
    const { client, gids } = await withTasks(3);
    const [first, second, third] = gids.map(gid => `/tasks/${gid}`);
    const added = await client.post(`${first}/addDependents`, {
      dependents: gids.slice(1),
    });
    expect(added.body).to.deep.equal({ data: {} });
    expect(await names(client, `${first}/dependents`)).to.deep.equal([
      'Task 1',
      'Task 2',
    ]);
    for (const task of [second, third]) {
      const path = `${task}/dependencies`;
      expect(await names(client, path)).to.deep.equal(['Task 0']);
    }
    const removed = await client.post(`${third}/removeDependencies`, {
      dependencies: [gids[0]],
    });
    expect(removed.body).to.deep.equal({ data: {} });
    expect(await names(client, `${third}/dependencies`)).to.deep.equal([]);
    expect(await names(client, `${first}/dependents`)).to.deep.equal([
      'Task 1',
    ]);
  });

  it('must not form a circle', async () => {
    const { client, gids } = await withTasks(3);
    const add = (from: number, to: number) =>
      client.post(`/tasks/${gids[from]}/addDependencies`, {
        dependencies: [gids[to]],
      });
    await add(0, 1);
    await add(1, 2);
    expect((await add(2, 0)).status).to.equal(400);
    expect((await add(0, 0)).status).to.equal(400);
  });

  it('are at most 30, dependents included', async () => {
    const { client, gids } = await withTasks(32);
    const [first, ...others] = gids;
    const add = (dependencies: string[]) =>
      client.post(`/tasks/${first}/addDependencies`, { dependencies });
    expect((await add(others.slice(0, 30))).status).to.equal(200);
    expect((await add(others.slice(30))).status).to.equal(400);
  });

  it('are named by gids, not by objects', async () => {
    const { client, gids } = await withTasks(2);
    const answer = await client.post(`/tasks/${gids[0]}/addDependencies`, {
      dependencies: [{ task: gids[1] }],
    });
    expect(answer.message).to.equal(
      'dependencies: [0]: Not a valid GID type: object'
    );
  });
});

describe('subtasks', () => {
  it('are made below a task, without its projects', async () => {
    const { client, gids } = await withTasks(1);
    const path = `/tasks/${gids[0]}/subtasks`;
    const { status, data } = await client.post(path, { name: 'Call back' });
    expect(status).to.equal(201);
    expect(data.parent.gid).to.equal(gids[0]);
    expect(data.projects).to.deep.equal([]);
    expect(await names(client, path)).to.deep.equal(['Call back']);
    const parent = await client.get(
      `/tasks/${gids[0]}?opt_fields=num_subtasks`
    );
    expect(parent.data.num_subtasks).to.equal(1);
  });

  it('are moved by setParent, next to each other', async () => {
    const { client, gids } = await withTasks(4);
    const move = (index: number, data: object) =>
      client.post(`/tasks/${gids[index]}/setParent`, data);
    const [parent] = gids;
    await move(1, { parent });
    const moved = await move(2, { parent, insert_before: gids[1] });
    expect(moved.data.parent.gid).to.equal(parent);
    await move(3, { parent, insert_after: null });
    const path = `/tasks/${parent}/subtasks`;
    expect(await names(client, path)).to.deep.equal([
      'Task 3',
      'Task 2',
      'Task 1',
    ]);
    await move(2, { parent: null });
    expect(await names(client, path)).to.deep.equal(['Task 3', 'Task 1']);
    expect((await move(1, {})).message).to.equal('parent: Missing input');
  });

  it('are at most five levels deep', async () => {
    const { client, gids } = await withTasks(1);
    let [above] = gids;
    for (let level = 1; level <= 5; level += 1) {
      const { data } = await client.post(`/tasks/${above}/subtasks`, {});
      above = data.gid;
    }
    const answer = await client.post(`/tasks/${above}/subtasks`, {});
    expect(answer.status).to.equal(400);
  });

  it('must not be above themselves', async () => {
    const { client, gids } = await withTasks(2);
    await client.post(`/tasks/${gids[1]}/setParent`, { parent: gids[0] });
    const answer = await client.post(`/tasks/${gids[0]}/setParent`, {
      parent: gids[1],
    });
    expect(answer.status).to.equal(400);
  });

  it('go to the trash with their parent', async () => {
    const { client, gids } = await withTasks(1);
    const { data } = await client.post(`/tasks/${gids[0]}/subtasks`, {});
    await client.delete(`/tasks/${gids[0]}`);
    expect((await client.get(`/tasks/${data.gid}`)).status).to.equal(404);
  });
});

describe('a duplicate', () => {
  it('is a job that succeeds after a few reads', async () => {
    const { client, gids } = await withTasks(1);
    await client.put(`/tasks/${gids[0]}`, {
      notes: 'Dry',
      due_on: '2026-02-01',
    });
    const answer = await client.post(`/tasks/${gids[0]}/duplicate`, {
      name: 'Copy',
      include: 'notes,projects',
    });
    expect(answer.status).to.equal(201);
    expect(answer.data).to.include({
      resource_subtype: 'duplicate_task',
      status: 'not_started',
    });
    const path = `/jobs/${answer.data.gid}`;
    expect((await client.get(path)).data.status).to.equal('in_progress');
    const { data: job } = await client.get(path);
    expect(job.status).to.equal('succeeded');
    const { data } = await client.get(`/tasks/${job.new_task.gid}`);
    expect(data).to.include({ name: 'Copy', notes: 'Dry', due_on: null });
    expect(data.projects).to.have.length(1);
  });

  it('of a project has its sections, fields and tasks', async () => {
    const { client, gids } = await withTasks(2);
    const { data: task } = await client.get(`/tasks/${gids[0]}`);
    const { data: job } = await client.post(
      `/projects/${task.projects[0].gid}/duplicate`,
      { name: 'Copy of the lake' }
    );
    const { new_project } = (await client.get(`/jobs/${job.gid}`)).data;
    const path = `/projects/${new_project.gid}`;
    expect(await names(client, `${path}/sections`)).to.deep.equal([
      'New',
      'In review',
      'Resolved',
    ]);
    expect(await names(client, `${path}/tasks`)).to.deep.equal([
      'Task 0',
      'Task 1',
    ]);
    const settings = await client.get(`${path}/custom_field_settings`);
    expect(settings.data).to.have.length(8);
  });
});
