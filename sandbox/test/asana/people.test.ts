import { expect } from 'chai';
import type { Json } from './client.js';
import { connect } from './client.js';

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
    const { gid } = [...client.asana.store.workspaces][0]!;
    const names = async (path: string) =>
      (await client.get(path)).data.map(({ name }: Json) => name);
    expect((await names('/users'))[0]).to.equal('Amina Diallo');
    expect(await names(`/workspaces/${gid}/users`)).to.deep.equal([
      'Amina Diallo',
      'Intake Bot',
      'Joseph Okello',
      'María Quispe',
    ]);
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

describe('workspaces and teams', () => {
  it('say where the caller belongs', async () => {
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

  it('let people into a team and out again', async () => {
    const client = connect();
    const organization = [...client.asana.store.workspaces][0]!.gid;
    const created = await client.post('/teams', {
      name: 'Field',
      organization,
    });
    expect(created.status).to.equal(201);
    const path = `/teams/${created.data.gid}`;
    const joined = await client.post(`${path}/addUser`, {
      user: 'joseph@riverside-relief.example',
    });
    expect(joined.data.user.name).to.equal('Joseph Okello');
    expect((await client.get(`${path}/users`)).data).to.have.length(2);
    await client.post(`${path}/removeUser`, { user: 'me' });
    const { data } = await client.get(`${path}/team_memberships`);
    expect(data.map(({ user }: Json) => user.name)).to.deep.equal([
      'Joseph Okello',
    ]);
  });
});

describe('tags', () => {
  it('are made, renamed and listed in a workspace', async () => {
    const client = connect();
    const workspace = [...client.asana.store.workspaces][0]!.gid;
    const { status, data } = await client.post('/tags', {
      workspace,
      name: 'Water',
      color: 'light-blue',
    });
    expect(status).to.equal(201);
    expect(data).to.include({ name: 'Water', color: 'light-blue' });
    await client.put(`/tags/${data.gid}`, { name: 'Wells' });
    const list = await client.get(`/workspaces/${workspace}/tags`);
    expect(list.data.map(({ name }: Json) => name)).to.deep.equal([
      'urgent',
      'photo',
      'Wells',
    ]);
    const missing = await client.post('/tags', { name: 'Water' });
    expect(missing.message).to.equal('workspace: Missing input');
  });
});
