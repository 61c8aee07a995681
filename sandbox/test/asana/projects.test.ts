import { expect } from 'chai';
import type { Json } from './client.js';
import { connect, createTask, fieldGid, lake, workspaceGid } from './client.js';

describe('a project', () => {
  it('starts with one untitled section, without a team', async () => {
    const client = connect();
    const { status, data } = await client.post('/projects', {
      name: 'Wells',
      workspace: workspaceGid(client),
    });
    expect(status).to.equal(201);
    expect(data.team).to.equal(null);
    const sections = await client.get(`/projects/${data.gid}/sections`);
    expect(sections.data[0].name).to.equal('Untitled section');
  });

  it('is made in a team', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const { data } = await client.post(`/teams/${team!.gid}/projects`, {
      name: 'Wells',
    });
    expect(data.team.name).to.equal('Accountability');
    const list = await client.get(`/teams/${team!.gid}/projects`);
    expect(list.data.at(-1).name).to.equal('Wells');
  });

  it('is made and listed in a workspace, with a team or without', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const path = `/workspaces/${workspaceGid(client)}/projects`;
    const wells = await client.post(path, { name: 'Wells', archived: true });
    expect(wells.status).to.equal(201);
    expect(wells.data).to.include({ name: 'Wells', team: null });
    expect(wells.data.workspace.gid).to.equal(workspaceGid(client));
    const roads = await client.post(path, { name: 'Roads', team: team!.gid });
    expect(roads.data.team.gid).to.equal(team!.gid);
    const last = async (query: string) =>
      (await client.get(path + query)).data.at(-1).name;
    expect((await client.get(path)).data).to.have.length(5);
    expect(await last('?archived=true')).to.equal('Wells');
    expect(await last('?archived=false')).to.equal('Roads');
  });

  it('needs a workspace or a team', async () => {
    const answer = await connect().post('/projects', { name: 'Wells' });
    expect(answer.status).to.equal(400);
  });

  it('is changed, archived and left out of lists accordingly', async () => {
    const client = connect();
    const { gid } = lake(client);
    const { data } = await client.put(`/projects/${gid}`, {
      archived: true,
      notes: 'Closed',
      due_on: '2026-06-30',
    });
    expect(data).to.include({ archived: true, due_date: '2026-06-30' });
    const open = await client.get('/projects?archived=false');
    expect(open.data).to.have.length(2);
    const closed = await client.get('/projects?archived=true');
    expect(closed.data).to.have.length(1);
  });

  it('cannot be public in an organization, nor move to another workspace', async () => {
    const client = connect();
    for (const field of ['public', 'workspace']) {
      const answer = await client.put(`/projects/${lake(client).gid}`, {
        [field]: true,
      });
      expect(answer.message).to.equal(`${field}: Cannot write this property`);
    }
  });

  it('takes its tasks along to the trash, but not those of other projects', async () => {
    const client = connect();
    const { store } = client.asana;
    const other = store.projects.named('Grievances – River Delta')!.gid;
    const alone = await createTask(client);
    const shared = await createTask(client, {
      projects: [lake(client).gid, other],
    });
    await client.delete(`/projects/${lake(client).gid}`);
    expect((await client.get(`/tasks/${alone.gid}`)).status).to.equal(404);
    const { data } = await client.get(`/tasks/${shared.gid}`);
    expect(data.projects.map(({ gid }: Json) => gid)).to.deep.equal([other]);
  });

  it('counts only what opt_fields names', async () => {
    const client = connect();
    await createTask(client, { completed: true });
    await createTask(client);
    const path = `/projects/${lake(client).gid}/task_counts`;
    expect((await client.get(path)).data).to.deep.equal({});
    const { data } = await client.get(
      `${path}?opt_fields=num_tasks,num_completed_tasks,num_milestones`
    );
    expect(data).to.deep.equal({
      num_tasks: 2,
      num_completed_tasks: 1,
      num_milestones: 0,
    });
  });
});

describe('the custom field settings of a project', () => {
  it('are listed with their fields and options', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}/custom_field_settings`;
    const { body } = await client.get(
      `${path}?limit=100&opt_fields=custom_field.name,custom_field.resource_subtype,custom_field.enum_options.name`
    );
    expect(body.data).to.have.length(8);
    expect(body.data[3].custom_field).to.deep.include({
      name: 'Severity',
      resource_subtype: 'enum',
    });
    expect(body.data[3].custom_field.enum_options[2].name).to.equal('High');
    const plain = await client.get(path);
    expect(plain.data[0]).to.include.keys('custom_field', 'is_important');
  });

  it('are added in a place, also with a field that is made in passing', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}`;
    const { status, data } = await client.post(
      `${path}/addCustomFieldSetting`,
      {
        custom_field: { name: 'Village', resource_subtype: 'text' },
        is_important: true,
        insert_before: fieldGid(client, 'Case ID'),
      }
    );
    expect(status).to.equal(200);
    expect(data.custom_field.name).to.equal('Village');
    const { data: settings } = await client.get(
      `${path}/custom_field_settings`
    );
    expect(settings[0].custom_field.name).to.equal('Village');
  });
});

describe('the people of a project', () => {
  it('are members, and followers are members too', async () => {
    const client = connect();
    const { data } = await client.post('/projects', {
      name: 'Wells',
      workspace: workspaceGid(client),
    });
    const path = `/projects/${data.gid}`;
    const added = await client.post(`${path}/addFollowers`, {
      followers: ['joseph@riverside-relief.example'],
    });
    expect(added.data.members).to.have.length(2);
    const removed = await client.post(`${path}/removeMembers`, {
      members: ['joseph@riverside-relief.example'],
    });
    expect(removed.data.members).to.have.length(1);
    expect(removed.data.followers).to.have.length(1);
  });

  it('are members still when they do not follow any more', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}`;
    const followers = ['joseph@riverside-relief.example'];
    await client.post(`${path}/addFollowers`, { followers });
    const { status, data } = await client.post(`${path}/removeFollowers`, {
      followers,
    });
    expect(status).to.equal(200);
    expect(data.followers.map(({ name }: Json) => name)).to.deep.equal([
      'Amina Diallo',
    ]);
    expect(data.members).to.have.length(4);
  });

  it('do not follow any more when their membership ends', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}`;
    const followers = ['joseph@riverside-relief.example'];
    await client.post(`${path}/addFollowers`, { followers });
    const { data: held } = await client.get(
      `/memberships?parent=${lake(client).gid}&member=${followers[0]}`
    );
    await client.delete(`/memberships/${held[0].gid}`);
    const { data } = await client.get(path);
    expect(data.followers).to.have.length(1);
    expect(data.members).to.have.length(3);
  });

  it('are told of as memberships, in the new way and the old one', async () => {
    const client = connect();
    const { gid } = lake(client);
    const joseph = client.asana.store.users.named('Joseph Okello')!;
    const { data } = await client.get(
      `/memberships?parent=${gid}&member=${joseph.gid}`
    );
    expect(data).to.have.length(1);
    expect(data[0]).to.include({ access_level: 'editor' });
    const path = `/memberships/${data[0].gid}`;
    await client.put(path, { access_level: 'viewer' });
    const { data: one } = await client.get(path);
    expect(one).to.deep.include({ access_level: 'viewer' });
    expect(one.member.name).to.equal('Joseph Okello');
    expect(one.parent.gid).to.equal(gid);
    const old = await client.get(`/project_memberships/${data[0].gid}`);
    expect(old.data).to.include({ write_access: 'comment_only' });
    const list = await client.get(`/projects/${gid}/project_memberships`);
    expect(list.data).to.have.length(4);
    const own = await client.get(
      `/projects/${gid}/project_memberships?user=me`
    );
    expect(own.data.map(({ member }: Json) => member.name)).to.deep.equal([
      'Amina Diallo',
    ]);
    await client.delete(path);
    expect((await client.get(path)).status).to.equal(404);
  });

  it('can be a whole team', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const { status, data } = await client.post('/memberships', {
      parent: lake(client).gid,
      member: team!.gid,
      access_level: 'commenter',
    });
    expect(status).to.equal(201);
    expect(data.member).to.include({ resource_type: 'team' });
    const { data: found } = await client.get(
      `/memberships?member=${team!.gid}`
    );
    expect(found.map(({ gid }: Json) => gid)).to.deep.equal([data.gid]);
  });
});
