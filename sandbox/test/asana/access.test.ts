import { expect } from 'chai';
import type { Json } from './client.js';
import { connect } from './client.js';

const seed = {
  workspace: { name: 'Two', isOrganization: true },
  users: [
    { name: 'Ann', token: 'ann' },
    { name: 'Ben', email: 'ben@example.org', token: 'ben' },
  ],
};

async function withPrivateProject() {
  const client = connect({ seed });
  const [workspace] = client.asana.store.workspaces;
  const { data: project } = await client.post('/projects', {
    name: 'Staff complaints',
    workspace: workspace!.gid,
    privacy_setting: 'private',
  });
  const { data: task } = await client.post('/tasks', {
    name: 'A complaint',
    projects: [project.gid],
  });
  const asBen = (path: string) =>
    client.send('GET', path, { headers: { Authorization: 'Bearer ben' } });
  return { client, project, task, asBen };
}

describe('a comment', () => {
  it('can be read but not deleted by someone else', async () => {
    const client = connect({ seed });
    const [workspace] = client.asana.store.workspaces;
    const task = await client.post('/tasks', { workspace: workspace!.gid });
    const { data } = await client.post(`/tasks/${task.data.gid}/stories`, {
      text: 'Called back',
    });
    const asBen = (method: string) =>
      client.send(method, `/stories/${data.gid}`, {
        headers: { Authorization: 'Bearer ben' },
      });
    expect((await asBen('GET')).data.is_editable).to.equal(false);
    expect((await asBen('DELETE')).status).to.equal(403);
    expect((await asBen('GET')).status).to.equal(200);
  });
});

describe('a private project', () => {
  it('is refused to those who are not members, with its tasks', async () => {
    const { project, task, asBen } = await withPrivateProject();
    const refused = await asBen(`/projects/${project.gid}`);
    expect([refused.status, refused.message]).to.deep.equal([
      403,
      'You do not have access to this project.',
    ]);
    const hidden = await asBen(`/tasks/${task.gid}`);
    expect([hidden.status, hidden.message]).to.deep.equal([
      403,
      'You do not have access to this task.',
    ]);
    expect((await asBen('/projects')).data).to.deep.equal([]);
  });

  it('is open to whoever becomes a member', async () => {
    const { client, project, task, asBen } = await withPrivateProject();
    await client.post(`/projects/${project.gid}/addMembers`, {
      members: ['ben@example.org'],
    });
    expect((await asBen(`/tasks/${task.gid}`)).status).to.equal(200);
    const { data } = await asBen('/projects');
    expect(data.map(({ name }: Json) => name)).to.deep.equal([
      'Staff complaints',
    ]);
  });

  it('shows a task to its followers all the same', async () => {
    const { client, task, asBen } = await withPrivateProject();
    await client.post(`/tasks/${task.gid}/addFollowers`, {
      followers: ['ben@example.org'],
    });
    expect((await asBen(`/tasks/${task.gid}`)).status).to.equal(200);
  });
});
