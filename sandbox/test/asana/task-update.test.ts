import { expect } from 'chai';
import { connect, createTask, lake, refusal, workspaceGid } from './client.js';

describe('updating a task', () => {
  for (const field of [
    'projects',
    'tags',
    'followers',
    'memberships',
    'parent',
    'workspace',
  ]) {
    it(`refuses ${field}, which has its own endpoint`, async () => {
      const client = connect();
      const { gid } = await createTask(client);
      const answer = await client.put(`/tasks/${gid}`, { [field]: [] });
      expect(answer.status).to.equal(400);
      expect(answer.message).to.equal(`${field}: Cannot write this property`);
    });
  }

  it('keeps what it does not name', async () => {
    const client = connect();
    const { gid } = await createTask(client, { notes: 'Dry since May' });
    const { data } = await client.put(`/tasks/${gid}`, { name: 'A dry well' });
    expect(data).to.include({ name: 'A dry well', notes: 'Dry since May' });
  });

  it('notes when a task was completed, and by whom', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const path = `/tasks/${gid}?opt_fields=completed_at,completed_by.name`;
    const done = await client.put(path, { completed: true });
    expect(done.data.completed_at).to.match(/^2026-01-15T10:00:\d\d\.000Z$/);
    expect(done.data.completed_by.name).to.equal('Amina Diallo');
    const undone = await client.put(path, { completed: false });
    expect(undone.data).to.include({ completed_at: null, completed_by: null });
  });

  it('moves modified_at with a change, not without one and not with a move', async () => {
    const client = connect();
    const { gid, modified_at } = await createTask(client, { name: 'Same' });
    await client.put(`/tasks/${gid}`, { name: 'Same' });
    const [, section] = lake(client).sections;
    await client.post(`/sections/${section!.gid}/addTask`, { task: gid });
    const same = await client.get(`/tasks/${gid}`);
    expect(same.data.modified_at).to.equal(modified_at);
    const changed = await client.put(`/tasks/${gid}`, { name: 'Other' });
    expect(changed.data.modified_at).to.not.equal(modified_at);
  });

  it('keeps an approval and its completion in step', async () => {
    const client = connect();
    const { gid, approval_status } = await createTask(client, {
      resource_subtype: 'approval',
    });
    expect(approval_status).to.equal('pending');
    const rejected = await client.put(`/tasks/${gid}`, {
      approval_status: 'rejected',
    });
    expect(rejected.data.completed).to.equal(true);
    const open = await client.put(`/tasks/${gid}`, { completed: false });
    expect(open.data.approval_status).to.equal('pending');
    const done = await client.put(`/tasks/${gid}`, { completed: true });
    expect(done.data.approval_status).to.equal('approved');
  });

  it('approves what was complete when it becomes an approval', async () => {
    const client = connect();
    const { gid } = await createTask(client, { completed: true });
    const { data } = await client.put(`/tasks/${gid}`, {
      resource_subtype: 'approval',
    });
    expect(data).to.include({ approval_status: 'approved', completed: true });
  });

  it('likes for the caller alone', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { data } = await client.put(`/tasks/${gid}`, { liked: true });
    expect(data).to.include({ liked: true, num_likes: 1 });
  });
});

describe('external data of a task', () => {
  it('is found by its own gid, and shown only when asked for', async () => {
    const client = connect();
    const { gid, ...task } = await createTask(client, {
      external: { gid: 'kobo/42', data: 'v1' },
    });
    expect(task).to.not.have.property('external');
    const path = `/tasks/${encodeURIComponent('external:kobo/42')}`;
    const { data } = await client.get(`${path}?opt_fields=external`);
    expect(data).to.deep.equal({
      gid,
      external: { gid: 'kobo/42', data: 'v1' },
    });
  });

  it('is left out when there is none', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { data } = await client.get(`/tasks/${gid}?opt_fields=external`);
    expect(data).to.have.all.keys('gid');
  });

  it('must be an object', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    expect(await refusal(client, { workspace, external: ['x'] })).to.match(
      /^external: Value is not a JSON object/
    );
  });
});
