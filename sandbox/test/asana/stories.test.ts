import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake } from './client.js';

const stories = async (client: Client, gid: string) =>
  (await client.get(`/tasks/${gid}/stories`)).data.map(
    ({ resource_subtype }: Json) => resource_subtype
  );

describe('the stories of a task', () => {
  it('tell what happened to it', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    await client.put(`/tasks/${gid}`, { completed: true });
    const [, section] = lake(client).sections;
    await client.post(`/sections/${section!.gid}/addTask`, { task: gid });
    expect(await stories(client, gid)).to.deep.equal([
      'added_to_project',
      'marked_complete',
      'section_changed',
    ]);
    const { data } = await client.get(`/tasks/${gid}/stories`);
    expect(data[0]).to.include({
      type: 'system',
      text: 'added to Grievances – Lake Region',
    });
  });

  it('take a comment, which moves modified_at', async () => {
    const client = connect();
    const task = await createTask(client);
    const { status, data } = await client.post(`/tasks/${task.gid}/stories`, {
      text: 'Called back, 3 < 4',
    });
    expect(status).to.equal(201);
    expect(data).to.include({
      type: 'comment',
      resource_subtype: 'comment_added',
      text: 'Called back, 3 < 4',
    });
    expect(data.target.gid).to.equal(task.gid);
    const after = await client.get(`/tasks/${task.gid}`);
    expect(after.data.modified_at).to.equal(data.created_at);
    const rich = await client.get(`/stories/${data.gid}?opt_fields=html_text`);
    expect(rich.data.html_text).to.equal('<body>Called back, 3 &lt; 4</body>');
  });

  it('take either a text or a rich text', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const path = `/tasks/${gid}/stories`;
    expect((await client.post(path, {})).status).to.equal(400);
    const both = { text: 'a', html_text: '<body>a</body>' };
    expect((await client.post(path, both)).status).to.equal(400);
  });

  it('are edited and deleted by whoever wrote them, Asana’s own by nobody', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const comment = await client.post(`/tasks/${gid}/stories`, { text: 'a' });
    const path = `/stories/${comment.data.gid}`;
    const edited = await client.put(path, { text: 'b' });
    expect(edited.data).to.include({ text: 'b', is_edited: true });
    expect((await client.delete(path)).status).to.equal(200);
    expect((await client.get(path)).status).to.equal(404);
    const { data } = await client.get(`/tasks/${gid}/stories`);
    const system = await client.delete(`/stories/${data[0].gid}`);
    expect(system.status).to.equal(403);
  });
});
