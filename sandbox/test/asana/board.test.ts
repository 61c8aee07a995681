import { expect } from 'chai';
import type { Client } from './client.js';
import { connect, createTask, lake } from './client.js';

/** The names of the tasks of each section. */
const board = (client: Client) =>
  lake(client).sections.map(({ tasks }) => tasks.map(({ name }) => name));

async function withTasks(...names: string[]) {
  const client = connect();
  const gids: string[] = [];
  for (const name of names) gids.push((await createTask(client, { name })).gid);
  const sections = lake(client).sections.map(({ gid }) => gid);
  return { client, gids, sections, project: lake(client).gid };
}

describe('addProject', () => {
  it('puts a task at the end of a section, before or after another task', async () => {
    const { client, gids, sections, project } = await withTasks('a', 'b', 'c');
    const add = (index: number, place: object) =>
      client.post(`/tasks/${gids[index]}/addProject`, { project, ...place });
    await add(0, { section: sections[1] });
    expect(board(client)).to.deep.equal([['b', 'c'], ['a'], []]);
    await add(1, { section: sections[1] });
    expect(board(client)).to.deep.equal([['c'], ['a', 'b'], []]);
    await add(2, { insert_after: gids[0] });
    expect(board(client)).to.deep.equal([[], ['a', 'c', 'b'], []]);
    await add(1, { insert_before: gids[0] });
    expect(board(client)).to.deep.equal([[], ['b', 'a', 'c'], []]);
    await add(2, { section: sections[1], insert_after: null });
    expect(board(client)).to.deep.equal([[], ['c', 'b', 'a'], []]);
    expect((await add(2, { insert_before: null })).body).to.deep.equal({
      data: {},
    });
    expect(board(client)).to.deep.equal([[], ['b', 'a'], ['c']]);
  });

  it('leaves a task where it is when no place is given', async () => {
    const { client, gids, sections, project } = await withTasks('a', 'b');
    const path = `/tasks/${gids[0]}/addProject`;
    await client.post(path, { project, section: sections[2] });
    await client.post(path, { project });
    expect(board(client)).to.deep.equal([['b'], [], ['a']]);
  });

  it('refuses two anchors, and an anchor of another project', async () => {
    const { client, gids, project } = await withTasks('a', 'b', 'c');
    const other = client.asana.store.projects.named(
      'Grievances – River Delta'
    )!;
    const path = `/tasks/${gids[0]}/addProject`;
    const both = await client.post(path, {
      project,
      insert_before: gids[1],
      insert_after: gids[2],
    });
    expect(both.status).to.equal(400);
    const strange = await client.post(path, {
      project: other.gid,
      insert_before: gids[1],
    });
    expect(strange.message).to.match(/^insert_before: Not in the project/);
  });

  it('lets a task be in several projects, up to 20', async () => {
    const { client, gids } = await withTasks('a');
    const [workspace] = client.asana.store.workspaces;
    const statuses: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const { data } = await client.post('/projects', {
        name: `Project ${index}`,
        workspace: workspace!.gid,
      });
      const answer = await client.post(`/tasks/${gids[0]}/addProject`, {
        project: data.gid,
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 19)).to.deep.equal(Array(19).fill(200));
    expect(statuses[19]).to.equal(400);
    const { data } = await client.get(`/tasks/${gids[0]}/projects`);
    expect(data).to.have.length(20);
  });
});

describe('removeProject', () => {
  it('takes a task out of the project and leaves it alive', async () => {
    const { client, gids, project } = await withTasks('a');
    await client.post(`/tasks/${gids[0]}/removeProject`, { project });
    const { data } = await client.get(`/tasks/${gids[0]}`);
    expect(data.projects).to.deep.equal([]);
    expect(board(client)).to.deep.equal([[], [], []]);
  });

  it('needs a project', async () => {
    const { client, gids } = await withTasks('a');
    const answer = await client.post(`/tasks/${gids[0]}/removeProject`, {});
    expect(answer.message).to.equal('project: Missing input');
  });
});

describe('a section', () => {
  it('takes a task at its top, out of the section it was in', async () => {
    const { client, gids, sections } = await withTasks('a', 'b');
    const path = `/sections/${sections[1]}/addTask`;
    await client.post(path, { task: gids[0] });
    await client.post(path, { task: gids[1] });
    expect(board(client)).to.deep.equal([[], ['b', 'a'], []]);
    await client.post(path, { task: gids[1], insert_after: gids[0] });
    expect(board(client)).to.deep.equal([[], ['a', 'b'], []]);
  });

  it('is made last or next to another one, renamed and moved', async () => {
    const { client, sections, project } = await withTasks();
    const path = `/projects/${project}/sections`;
    const names = async () =>
      (await client.get(path)).data.map(({ name }: { name: string }) => name);
    const { status, data } = await client.post(path, { name: 'Closed' });
    expect(status).to.equal(201);
    await client.post(path, { name: 'Urgent', insert_before: sections[0] });
    await client.put(`/sections/${data.gid}`, { name: 'Archive' });
    expect(await names()).to.deep.equal([
      'Urgent',
      'New',
      'In review',
      'Resolved',
      'Archive',
    ]);
    await client.post(`${path}/insert`, {
      section: data.gid,
      after_section: sections[0],
    });
    expect((await names())[2]).to.equal('Archive');
    const { data: moved } = await client.get(`/sections/${data.gid}`);
    expect(moved.name).to.equal('Archive');
    expect(moved.project.gid).to.equal(project);
  });

  it('can be deleted only when it is empty and not the last', async () => {
    const { client, gids, sections } = await withTasks('a');
    const remove = async (gid: string | undefined) =>
      (await client.delete(`/sections/${gid}`)).status;
    expect(await remove(sections[0])).to.equal(400);
    await client.delete(`/tasks/${gids[0]}`);
    expect(await remove(sections[0])).to.equal(200);
    expect(await remove(sections[1])).to.equal(200);
    expect(await remove(sections[2])).to.equal(400);
    expect(await remove(sections[1])).to.equal(404);
  });

  it('needs a name', async () => {
    const { client, project } = await withTasks();
    const answer = await client.post(`/projects/${project}/sections`, {});
    expect(answer.message).to.equal('name: Missing input');
  });
});
