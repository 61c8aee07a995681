import { expect } from 'chai';
import type { Client } from './client.js';
import { connect, fieldGid, lake, workspaceGid } from './client.js';

const joseph = 'joseph@riverside-relief.example';

/** What has members, and the level of one who gets none by name. */
const parents: Record<
  string,
  { level: string; make: (client: Client) => Promise<string> | string }
> = {
  custom_field: {
    level: 'editor',
    make: client => fieldGid(client, 'Severity'),
  },
  custom_type: {
    level: 'user',
    make: client => [...client.asana.store.of('custom_type')][0]!.gid,
  },
  goal: {
    level: 'commenter',
    make: async client => {
      const workspace = workspaceGid(client);
      const { data } = await client.post('/goals', { workspace, name: 'G' });
      return data.gid;
    },
  },
  portfolio: {
    level: 'viewer',
    make: async client => {
      const workspace = workspaceGid(client);
      const data = { workspace, name: 'P' };
      return (await client.post('/portfolios', data)).data.gid;
    },
  },
};

for (const [type, { level, make }] of Object.entries(parents)) {
  describe(`a membership of a ${type.replace('_', ' ')}`, () => {
    it('is made, raised, listed and ended', async () => {
      const client = connect();
      const parent = await make(client);
      const { status, data } = await client.post('/memberships', {
        parent,
        member: joseph,
      });
      expect(status).to.equal(201);
      expect(data).to.include({
        access_level: level,
        resource_subtype: `${type}_membership`,
      });
      expect(data.parent.gid).to.equal(parent);
      const path = `/memberships/${data.gid}`;
      const raised = await client.put(path, { access_level: 'admin' });
      expect(raised.data.access_level).to.equal('admin');
      const list = `/memberships?parent=${parent}&member=${joseph}`;
      expect((await client.get(list)).data).to.have.length(1);
      await client.delete(path);
      expect((await client.get(list)).data).to.deep.equal([]);
    });

    it('has a level that there is', async () => {
      const client = connect();
      const parent = await make(client);
      const { status, message } = await client.post('/memberships', {
        parent,
        member: joseph,
        access_level: 'owner',
      });
      expect(status).to.equal(400);
      expect(message).to.match(/^access_level: Value is not one of admin, /);
    });
  });
}

describe('the memberships of a team', () => {
  it('are found by their type', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const workspace = workspaceGid(client);
    const { data: goal } = await client.post('/goals', {
      workspace,
      name: 'Answer in a week',
    });
    for (const parent of [lake(client).gid, goal.gid]) {
      await client.post('/memberships', { parent, member: team!.gid });
    }
    const { data } = await client.get(
      `/memberships?member=${team!.gid}&resource_subtype=project_membership`
    );
    expect(data).to.have.length(1);
    expect(data[0].parent.gid).to.equal(lake(client).gid);
  });
});
