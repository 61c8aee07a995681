import { expect } from 'chai';
import type { Client } from './client.js';
import { connect, createTask, lake } from './client.js';

const workspaceGid = (client: Client) =>
  [...client.asana.store.workspaces][0]!.gid;

const refusal = async (client: Client, data: object) => {
  const { status, message } = await client.post('/tasks', data);
  expect(status).to.equal(400);
  return message;
};

describe('creating a task', () => {
  it('needs a workspace, a project or a parent', async () => {
    expect(await refusal(connect(), { name: 'Nowhere' })).to.equal(
      'You should specify one of workspace, parent, projects'
    );
  });

  it('puts it at the end of the first section of the project', async () => {
    const client = connect();
    await createTask(client, { name: 'First' });
    const task = await createTask(client, { name: 'Second' });
    expect(task.memberships[0].section.name).to.equal('New');
    const { tasks } = lake(client).sections[0]!;
    expect(tasks.map(({ name }) => name)).to.deep.equal(['First', 'Second']);
  });

  it('puts it into the section that memberships name', async () => {
    const client = connect();
    const { gid, sections } = lake(client);
    const task = await createTask(client, {
      projects: [gid],
      memberships: [{ project: gid, section: sections[2]!.gid }],
    });
    expect(task.memberships).to.have.length(1);
    expect(task.memberships[0].section.name).to.equal('Resolved');
  });

  it('refuses a membership without a project, and a section of another one', async () => {
    const client = connect();
    const other = client.asana.store.projects.named(
      'Grievances – River Delta'
    )!;
    const { gid, sections } = lake(client);
    const section = sections[0]!.gid;
    expect(await refusal(client, { memberships: [{ section }] })).to.equal(
      'memberships: [0]: project: Missing required field'
    );
    expect(
      await refusal(client, {
        memberships: [{ project: gid, section: other.sections[0]!.gid }],
      })
    ).to.match(/^memberships: \[0\]: section: Not a section/);
  });

  it('says which entry of a list it does not know', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    expect(await refusal(client, { projects, tags: ['urgent'] })).to.equal(
      'tags: [0]: Not a recognized ID: urgent'
    );
    expect(
      await refusal(client, { projects: [...projects, '1299999999999999'] })
    ).to.equal('projects: [1]: Unknown object: 1299999999999999');
    expect(await refusal(client, { projects: [{ gid: '1' }] })).to.equal(
      'projects: [0]: Not a valid GID type: object'
    );
  });

  it('finds an assignee by me, e-mail address or gid', async () => {
    const client = connect();
    const [amina, joseph] = [...client.asana.store.users];
    for (const [assignee, expected] of [
      ['me', amina],
      [joseph!.email, joseph],
      [joseph!.gid, joseph],
    ] as const) {
      const task = await createTask(client, { assignee });
      expect(task.assignee.gid).to.equal(expected!.gid);
    }
    expect(
      await refusal(client, {
        projects: [lake(client).gid],
        assignee: 'nobody@example.org',
      })
    ).to.equal('assignee: Not a user in Organization: nobody@example.org');
  });

  it('makes the creator and the assignee followers', async () => {
    const client = connect();
    const joseph = client.asana.store.users.named('Joseph Okello')!;
    const task = await createTask(client, { assignee: joseph.gid });
    const names = task.followers.map(({ name }: { name: string }) => name);
    expect(names).to.deep.equal(['Amina Diallo', 'Joseph Okello']);
  });

  it('adds tags and followers', async () => {
    const client = connect();
    const tag = client.asana.store.tags.named('urgent')!;
    const task = await createTask(client, {
      tags: [tag.gid],
      followers: ['maria@riverside-relief.example'],
    });
    expect(task.tags[0].name).to.equal('urgent');
    expect(task.followers.at(-1).name).to.equal('María Quispe');
    const { data } = await client.get(`/tags/${tag.gid}/tasks`);
    expect(data).to.have.length(1);
  });

  it('makes nothing when something of it is wrong', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    await refusal(client, { projects, due_on: 'soon' });
    await refusal(client, { projects, custom_fields: { 1: 'x' } });
    expect(client.asana.store.tasks.size).to.equal(0);
  });

  it('refuses what can only be read', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    for (const field of ['created_at', 'permalink_url', 'surprise']) {
      expect(await refusal(client, { workspace, [field]: 'x' })).to.equal(
        `${field}: Cannot write this property`
      );
    }
  });

  it('turns notes into rich text and back', async () => {
    const client = connect();
    const task = await createTask(client, { notes: 'Pump < 5 & dry' });
    const path = `/tasks/${task.gid}?opt_fields=notes,html_notes`;
    expect((await client.get(path)).data.html_notes).to.equal(
      '<body>Pump &lt; 5 &amp; dry</body>'
    );
    await client.put(path, { html_notes: '<body><b>Dry</b> pump</body>' });
    expect((await client.get(path)).data.notes).to.equal('Dry pump');
    await client.put(path, { html_notes: '<body>&amp;lt;</body>' });
    expect((await client.get(path)).data.notes).to.equal('&lt;');
    const broken = await client.put(path, { html_notes: '<body><b>Dry' });
    expect(broken.message).to.equal('html_notes: XML is invalid');
  });
});

describe('the dates of a task', () => {
  it('are either a day or a moment', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    const due_at = '2026-03-01T10:00:00.000Z';
    expect(
      await refusal(client, { projects, due_on: '2026-03-01', due_at })
    ).to.equal('You may only provide one of due_on or due_at!');
    const task = await createTask(client, { due_at: '2026-03-01T12:00+02:00' });
    expect(task).to.include({ due_at, due_on: '2026-03-01' });
  });

  it('must be dates', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    for (const due_on of ['01/03/2026', '2026-02-30', '2026-03-01T10:00Z']) {
      expect(await refusal(client, { projects, due_on })).to.equal(
        `due_on: Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${due_on}`
      );
    }
  });

  it('need an end when they have a start', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    expect(
      await refusal(client, { projects, start_on: '2026-03-01' })
    ).to.match(/^start_on: /);
    const task = await createTask(client, {
      start_on: '2026-03-01',
      due_on: '2026-03-05',
    });
    expect(task).to.include({ start_on: '2026-03-01', due_on: '2026-03-05' });
  });

  it('are all cleared with the due date', async () => {
    const client = connect();
    const { gid } = await createTask(client, {
      start_on: '2026-03-01',
      due_on: '2026-03-05',
    });
    const { data } = await client.put(`/tasks/${gid}`, { due_on: null });
    expect(data).to.include({ start_on: null, due_on: null, due_at: null });
  });
});

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
