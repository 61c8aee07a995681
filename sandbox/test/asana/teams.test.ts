import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { addOrganization, connect, workspaceGid } from './client.js';

const joseph = 'joseph@riverside-relief.example';

/** A team of the caller alone beside the one of the seed. */
async function withTeam() {
  const client = connect();
  const organization = workspaceGid(client);
  const { status, data } = await client.post('/teams', {
    name: 'Field',
    description: 'Out & about',
    organization,
  });
  expect(status).to.equal(201);
  return { client, organization, path: `/teams/${data.gid}`, gid: data.gid };
}

const peopleOf = async (client: Client, path: string) =>
  (await client.get(path)).data.map(({ user }: Json) => user.name);

const teamsOf = async (client: Client, path: string) =>
  (await client.get(path)).data.map(({ team }: Json) => team.name);

describe('a team', () => {
  it('is shown with its organization, and described on request', async () => {
    const { client, organization, path } = await withTeam();
    const { data } = await client.get(path);
    expect(data.name).to.equal('Field');
    expect(data.organization.gid).to.equal(organization);
    expect(data).to.not.have.property('description');
    const { data: described } = await client.get(
      `${path}?opt_fields=description,html_description`
    );
    expect(described).to.include({
      description: 'Out & about',
      html_description: '<body>Out &amp; about</body>',
    });
  });

  it('is listed in its workspace', async () => {
    const { client, organization } = await withTeam();
    const { data } = await client.get(`/workspaces/${organization}/teams`);
    expect(data.map(({ name }: Json) => name)).to.deep.equal([
      'Accountability',
      'Field',
    ]);
  });

  it('is changed in what the change mentions only', async () => {
    const { client, path } = await withTeam();
    const read = async () =>
      (await client.get(`${path}?opt_fields=name,description`)).data;
    const { status, data } = await client.put(path, { name: 'Outreach' });
    expect(status).to.equal(200);
    expect(data.name).to.equal('Outreach');
    expect(await read()).to.include({
      name: 'Outreach',
      description: 'Out & about',
    });
    await client.put(path, { description: 'Visits' });
    expect(await read()).to.include({
      name: 'Outreach',
      description: 'Visits',
    });
  });

  it('lets people in and out again', async () => {
    const { client, path } = await withTeam();
    const joined = await client.post(`${path}/addUser`, { user: joseph });
    expect(joined.data.user.name).to.equal('Joseph Okello');
    expect((await client.get(`${path}/users`)).data).to.have.length(2);
    await client.post(`${path}/removeUser`, { user: 'me' });
    const left = await peopleOf(client, `${path}/team_memberships`);
    expect(left).to.deep.equal(['Joseph Okello']);
    expect((await client.get(`${path}/users`)).data).to.have.length(1);
  });
});

describe('the memberships of teams', () => {
  it('are found one by one', async () => {
    const { client, path } = await withTeam();
    const { data: joined } = await client.post(`${path}/addUser`, {
      user: joseph,
    });
    const { data } = await client.get(`/team_memberships/${joined.gid}`);
    expect(data).to.deep.equal(joined);
    expect(data.team.name).to.equal('Field');
  });

  it('are found by team, and by team and person', async () => {
    const { client, gid, path } = await withTeam();
    await client.post(`${path}/addUser`, { user: joseph });
    const query = `/team_memberships?team=${gid}`;
    expect(await peopleOf(client, query)).to.deep.equal([
      'Amina Diallo',
      'Joseph Okello',
    ]);
    expect(await peopleOf(client, `${query}&user=${joseph}`)).to.deep.equal([
      'Joseph Okello',
    ]);
  });

  it('are found by person, named by me, e-mail address or gid', async () => {
    const { client, organization, path } = await withTeam();
    const { gid } = client.asana.store.users.named('Joseph Okello')!;
    await client.post(`${path}/addUser`, { user: joseph });
    await client.post(`${path}/removeUser`, { user: 'me' });
    for (const [who, teams] of [
      ['me', ['Accountability']],
      [joseph, ['Accountability', 'Field']],
      [gid, ['Accountability', 'Field']],
    ] as const) {
      for (const query of [
        `/team_memberships?user=${who}&workspace=${organization}`,
        `/users/${who}/team_memberships?workspace=${organization}`,
      ]) {
        expect(await teamsOf(client, query), query).to.deep.equal(teams);
      }
    }
  });

  it('are those of the workspace that was named, and of no other', async () => {
    const { client, organization } = await withTeam();
    const other = await addOrganization(client);
    for (const path of [
      '/team_memberships?user=me&workspace=',
      '/users/me/team_memberships?workspace=',
    ]) {
      expect(await teamsOf(client, path + other)).to.deep.equal(['Abroad']);
      expect(await teamsOf(client, path + organization)).to.deep.equal([
        'Accountability',
        'Field',
      ]);
    }
    const own = `/workspaces/${other}/workspace_memberships`;
    expect((await client.get(own)).data).to.have.length(1);
    const { data: list } = await client.get(
      `/users/me/user_task_list?workspace=${other}`
    );
    expect(list.workspace.gid).to.equal(other);
  });

  it('are not listed for a person without a workspace, nor for strangers', async () => {
    const { client, organization } = await withTeam();
    const alone = await client.get('/team_memberships?user=me');
    expect([alone.status, alone.message]).to.deep.equal([
      400,
      'You should specify one of team, user + workspace',
    ]);
    const stranger = await client.get(
      `/team_memberships?user=x@example.org&workspace=${organization}`
    );
    expect([stranger.status, stranger.message]).to.deep.equal([
      400,
      'user: Unknown object: x@example.org',
    ]);
  });
});
