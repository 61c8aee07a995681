import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { addOrganization, connect, lake, workspaceGid } from './client.js';

const joseph = 'joseph@riverside-relief.example';

const names = async (client: Client, path: string) =>
  (await client.get(path)).data.map(({ name }: Json) => name);

describe('users', () => {
  it('are found by me, e-mail address or gid', async () => {
    const client = connect();
    const { data: me } = await client.get('/users/me');
    for (const who of [me.gid, me.email, encodeURIComponent(me.email)]) {
      expect((await client.get(`/users/${who}`)).data.gid).to.equal(me.gid);
    }
    expect((await client.get('/users/x@example.org')).status).to.equal(404);
  });

  it('are listed by gid, or by name within a workspace', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}/users`;
    expect((await names(client, '/users'))[0]).to.equal('Amina Diallo');
    expect(await names(client, path)).to.deep.equal([
      'Amina Diallo',
      'Intake Bot',
      'Joseph Okello',
      'María Quispe',
    ]);
  });

  it('are renamed, alone or within a workspace', async () => {
    const client = connect();
    const within = `/workspaces/${workspaceGid(client)}/users/${joseph}`;
    for (const path of [`/users/${joseph}`, within]) {
      const name = `Joseph of ${path}`;
      const { status, data } = await client.put(path, { name });
      expect(status).to.equal(200);
      expect(data).to.include({ name, email: joseph });
      expect((await client.get(within)).data.name).to.equal(name);
    }
  });

  it('keep the name that a change does not mention', async () => {
    const client = connect();
    const { data } = await client.put(`/users/${joseph}`, {});
    expect(data.name).to.equal('Joseph Okello');
  });

  it('have a task list of their own, found by its owner or its gid', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const { data: list } = await client.get(
      `/users/${joseph}/user_task_list?workspace=${workspace}`
    );
    const { data } = await client.get(`/user_task_lists/${list.gid}`);
    expect(data).to.deep.equal(list);
    expect(data.owner.name).to.equal('Joseph Okello');
    expect(data.workspace.gid).to.equal(workspace);
  });

  it('call with tokens of their own', async () => {
    const client = connect({
      seed: {
        workspace: { name: 'Two', isOrganization: false },
        users: [
          { name: 'Ann', token: 'a' },
          { name: 'Ben', token: 'b' },
        ],
      },
    });
    const { data } = await client.send('GET', '/users/me', {
      headers: { Authorization: 'Bearer b' },
    });
    expect(data.name).to.equal('Ben');
    expect(data).to.not.have.property('email');
  });
});

describe('a workspace', () => {
  it('is where the caller belongs', async () => {
    const client = connect();
    const { data: workspaces } = await client.get('/workspaces');
    expect(workspaces).to.have.length(1);
    const { gid } = workspaces[0];
    const { data } = await client.get(`/workspaces/${gid}`);
    expect(data).to.include({ is_organization: true });
    const teams = await client.get(`/users/me/teams?organization=${gid}`);
    expect(teams.data[0].name).to.equal('Accountability');
    const memberships = await client.get('/users/me/workspace_memberships');
    expect(memberships.data[0].workspace.gid).to.equal(gid);
    const { data: one } = await client.get(
      `/workspace_memberships/${memberships.data[0].gid}`
    );
    expect(one).to.include({ is_active: true });
  });

  it('is renamed, and keeps the name that a change does not mention', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}`;
    const { status, data } = await client.put(path, { name: 'Lakeside' });
    expect(status).to.equal(200);
    expect(data).to.include({ name: 'Lakeside', is_organization: true });
    await client.put(path, {});
    expect((await client.get(path)).data.name).to.equal('Lakeside');
  });

  it('lists its memberships, all or those of one person', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}/workspace_memberships`;
    expect((await client.get(path)).data).to.have.length(4);
    const { gid } = client.asana.store.users.named('Joseph Okello')!;
    for (const who of [gid, joseph]) {
      const { data } = await client.get(`${path}?user=${who}`);
      expect(data.map(({ user }: Json) => user.name)).to.deep.equal([
        'Joseph Okello',
      ]);
    }
    const { data: own } = await client.get(`${path}?user=me`);
    expect(own[0].user.name).to.equal('Amina Diallo');
    const stranger = await client.get(`${path}?user=x@example.org`);
    expect([stranger.status, stranger.message]).to.deep.equal([
      400,
      'user: Unknown object: x@example.org',
    ]);
  });

  it('lets a person go, from its teams and projects too', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}`;
    const [team] = client.asana.store.teams;
    const { data: list } = await client.get(
      `/users/${joseph}/user_task_list?workspace=${workspaceGid(client)}`
    );
    const { status, body } = await client.post(`${path}/removeUser`, {
      user: joseph,
    });
    expect(status).to.equal(200);
    expect(body).to.deep.equal({ data: {} });

    for (const place of [path, `/teams/${team!.gid}`]) {
      const left = await names(client, `${place}/users`);
      expect(left).to.deep.equal([
        'Amina Diallo',
        'Intake Bot',
        'María Quispe',
      ]);
    }
    for (const memberships of [
      `${path}/workspace_memberships`,
      `/teams/${team!.gid}/team_memberships`,
      `/projects/${lake(client).gid}/project_memberships`,
    ]) {
      expect((await client.get(memberships)).data).to.have.length(3);
    }
    const { data } = await client.get(`/users/${joseph}/workspace_memberships`);
    expect(data).to.deep.equal([]);
    for (const gone of [
      `${path}/users/${joseph}`,
      `/user_task_lists/${list.gid}`,
    ]) {
      expect((await client.get(gone)).status).to.equal(404);
    }
    const refused = await client.put(`${path}/users/${joseph}`, { name: 'J' });
    expect(refused.status).to.equal(404);
    expect((await client.get(`/users/${joseph}`)).data.workspaces).to.be.empty;
  });

  it('lets a person go who stays in another one', async () => {
    const client = connect();
    const other = await addOrganization(client);
    const project = await client.post(`/workspaces/${other}/projects`, {});
    const path = `/workspaces/${workspaceGid(client)}`;
    await client.post(`${path}/removeUser`, { user: 'me' });
    expect(await names(client, '/workspaces')).to.deep.equal([
      'Sister organization',
    ]);
    const { data } = await client.get('/users/me/workspace_memberships');
    expect(data).to.have.length(1);
    const own = await client.get(`/projects/${project.data.gid}`);
    expect(own.data.members).to.have.length(1);
  });

  it('lets a person in again, who is shown without workspaces', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}`;
    await client.post(`${path}/removeUser`, { user: joseph });
    const { status, data } = await client.post(`${path}/addUser`, {
      user: joseph,
    });
    expect(status).to.equal(200);
    expect(data).to.include({ name: 'Joseph Okello', email: joseph });
    expect(data).to.not.have.property('workspaces');
    const found = await client.get(`${path}/users/${joseph}`);
    expect(found.data.workspaces[0].gid).to.equal(workspaceGid(client));
    const { data: held } = await client.get(
      `${path}/workspace_memberships?user=${joseph}`
    );
    expect(held).to.have.length(1);
    const membership = await client.get(
      `/workspace_memberships/${held[0].gid}?opt_fields=user_task_list`
    );
    const { data: list } = await client.get(
      `/users/${joseph}/user_task_list?workspace=${workspaceGid(client)}`
    );
    expect(membership.data.user_task_list.gid).to.equal(list.gid);
  });

  it('does not know strangers', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}/addUser`;
    for (const user of ['x@example.org', '1299999999999999']) {
      const { status, message } = await client.post(path, { user });
      expect([status, message]).to.deep.equal([
        400,
        `user: Unknown object: ${user}`,
      ]);
    }
  });
});

describe('tags', () => {
  it('are made, renamed and listed in a workspace', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const { status, data } = await client.post('/tags', {
      workspace,
      name: 'Water',
      color: 'light-blue',
    });
    expect(status).to.equal(201);
    expect(data).to.include({ name: 'Water', color: 'light-blue' });
    await client.put(`/tags/${data.gid}`, { name: 'Wells' });
    const { data: renamed } = await client.get(`/tags/${data.gid}`);
    expect(renamed).to.include({ name: 'Wells', color: 'light-blue' });
    const path = `/workspaces/${workspace}/tags`;
    expect(await names(client, path)).to.deep.equal([
      'urgent',
      'photo',
      'Wells',
    ]);
    const missing = await client.post('/tags', { name: 'Water' });
    expect(missing.message).to.equal('workspace: Missing input');
  });

  it('are made in the workspace of the path', async () => {
    const client = connect();
    const path = `/workspaces/${workspaceGid(client)}/tags`;
    const { status, headers, data } = await client.post(path, {
      name: 'Water',
      followers: [joseph],
    });
    expect(status).to.equal(201);
    expect(headers.get('Location')).to.match(new RegExp(`/tags/${data.gid}$`));
    expect(data.workspace.gid).to.equal(workspaceGid(client));
    expect(data.followers.map(({ name }: Json) => name)).to.deep.equal([
      'Amina Diallo',
      'Joseph Okello',
    ]);
    expect(await names(client, path)).to.include('Water');
  });
});
