import { expect } from 'chai';
import { connect, createTask, lake, workspaceGid } from './client.js';

describe('finding tasks', () => {
  it('fails for what is no gid, no task or no longer there', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const project = lake(client).gid;
    const zero = await client.get('/tasks/000000000000000');
    expect([zero.status, zero.message]).to.deep.equal([
      404,
      'task: Not a recognized ID: 0',
    ]);
    const word = await client.get('/tasks/well');
    expect(word.message).to.equal('task: Not a recognized ID: well');
    const other = await client.get(`/tasks/${project}`);
    expect(other.message).to.equal(`task: Not a recognized ID: ${project}`);
    expect((await client.delete(`/tasks/${gid}`)).body).to.deep.equal({
      data: {},
    });
    const gone = await client.get(`/tasks/${gid}`);
    expect([gone.status, gone.message]).to.deep.equal([
      404,
      `task: Unknown object: ${gid}`,
    ]);
    const { data } = await client.get(`/projects/${project}/tasks`);
    expect(data).to.deep.equal([]);
  });

  it('needs exactly one place to look in', async () => {
    const client = connect();
    const { gid, sections } = lake(client);
    for (const query of [
      '',
      '?assignee=me',
      `?project=${gid}&section=${sections[0]!.gid}`,
    ]) {
      const answer = await client.get(`/tasks${query}`);
      expect(answer.status).to.equal(400);
      expect(answer.message).to.equal(
        'Must specify exactly one of project, tag, section, user task list, or assignee + workspace'
      );
    }
  });

  it('goes by project, section, tag, assignee and task list', async () => {
    const client = connect();
    const tag = client.asana.store.tags.named('photo')!;
    const task = await createTask(client, {
      assignee: 'me',
      tags: [tag.gid],
    });
    const { gid, sections } = lake(client);
    const workspace = workspaceGid(client);
    const { data: taskList } = await client.get(
      `/users/me/user_task_list?workspace=${workspace}`
    );
    for (const path of [
      `/tasks?project=${gid}`,
      `/tasks?section=${sections[0]!.gid}`,
      `/tasks?tag=${tag.gid}`,
      `/tasks?assignee=me&workspace=${workspace}`,
      `/tasks?user_task_list=${taskList.gid}`,
      `/sections/${sections[0]!.gid}/tasks`,
      `/user_task_lists/${taskList.gid}/tasks`,
    ]) {
      const { data } = await client.get(path);
      expect(data[0]?.gid, path).to.equal(task.gid);
    }
    const { data } = await client.get(`/tasks?section=${sections[1]!.gid}`);
    expect(data).to.deep.equal([]);
  });

  it('leaves out what was completed or modified before', async () => {
    const client = connect();
    const done = await createTask(client, { name: 'Done', completed: true });
    await createTask(client, { name: 'Open' });
    const path = `/tasks?project=${lake(client).gid}&opt_fields=name`;
    const names = async (filter: string) =>
      (await client.get(`${path}&${filter}`)).data.map(
        ({ name }: { name: string }) => name
      );
    expect(await names('completed_since=now')).to.deep.equal(['Open']);
    expect(await names(`completed_since=${done.completed_at}`)).to.deep.equal([
      'Done',
      'Open',
    ]);
    expect(await names('modified_since=2026-01-16')).to.deep.equal([]);
    const wrong = await client.get(`${path}&completed_since=yesterday`);
    expect(wrong.status).to.equal(400);
  });
});
