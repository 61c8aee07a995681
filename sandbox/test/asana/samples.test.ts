import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, fieldGid, lake, workspaceGid } from './client.js';

const names = ({ data }: Json) => data.map(({ name }: Json) => name);

describe('what no operation makes', () => {
  it('is not there without the samples of the seed', async () => {
    const { store } = connect({
      seed: {
        workspace: { name: 'Bare', isOrganization: false },
        users: [{ name: 'Ann', token: 'a' }],
        projects: [{ name: 'Board', sections: ['New'] }],
      },
    }).asana;
    expect(store.of('agent').size).to.equal(0);
    expect(store.audit).to.deep.equal([]);
  });

  it('leaves the gids of all else as they are', () => {
    const client = connect();
    expect(lake(client).gid).to.equal('1200000000000041');
  });
});

describe('agents', () => {
  it('are listed in a workspace and read', async () => {
    const client = connect();
    const list = await client.get(`/workspaces/${workspaceGid(client)}/agents`);
    expect(names(list)).to.deep.equal(['Intake Teammate']);
    const { data } = await client.get(`/agents/${list.data[0].gid}`);
    expect(data.workspace.gid).to.equal(workspaceGid(client));
  });
});

describe('custom types', () => {
  it('are those of a project, with the options of their status', async () => {
    const client = connect();
    const list = await client.get(`/custom_types?project=${lake(client).gid}`);
    expect(names(list)).to.deep.equal(['Field visit']);
    const { data } = await client.get(`/custom_types/${list.data[0].gid}`);
    expect(
      data.status_options.map((option: Json) => option.completion_state)
    ).to.deep.equal(['incomplete', 'complete']);
    const [, other] = [...client.asana.store.projects];
    const none = await client.get(`/custom_types?project=${other!.gid}`);
    expect(none.data).to.deep.equal([]);
    expect((await client.get('/custom_types')).status).to.equal(400);
  });
});

describe('time periods', () => {
  it('are the year, its halves and its quarters', async () => {
    const client = connect();
    const path = `/time_periods?workspace=${workspaceGid(client)}`;
    const { data } = await client.get(path);
    expect(
      data.map((each: Json) => [each.period, each.start_on, each.end_on])
    ).to.deep.equal([
      ['FY', '2026-01-01', '2026-12-31'],
      ['H1', '2026-01-01', '2026-06-30'],
      ['Q1', '2026-01-01', '2026-03-31'],
      ['Q2', '2026-04-01', '2026-06-30'],
      ['H2', '2026-07-01', '2026-12-31'],
      ['Q3', '2026-07-01', '2026-09-30'],
      ['Q4', '2026-10-01', '2026-12-31'],
    ]);
    const { data: quarter } = await client.get(`/time_periods/${data[2].gid}`);
    expect(quarter.parent.display_name).to.equal('H1 FY26');
    const summer = await client.get(
      `${path}&start_on=2026-04-01&end_on=2026-09-30`
    );
    expect(summer.data.map((each: Json) => each.period)).to.deep.equal([
      'Q2',
      'Q3',
    ]);
  });
});

describe('reactions', () => {
  it('are those with one emoji on a status update', async () => {
    const client = connect();
    const { data: statuses } = await client.get(
      `/status_updates?parent=${lake(client).gid}`
    );
    const path = `/reactions?target=${statuses[0].gid}&emoji_base=`;
    const { data } = await client.get(path + encodeURIComponent('👍'));
    expect(data.map(({ user }: Json) => user.name)).to.deep.equal([
      'Joseph Okello',
      'María Quispe',
    ]);
    const others = await client.get(path + encodeURIComponent('🎉'));
    expect(others.data).to.deep.equal([]);
    const missing = await client.get(`/reactions?target=${statuses[0].gid}`);
    expect(missing.message).to.equal('emoji_base: Missing input');
  });
});

describe('a rule with an incoming web request', () => {
  const trigger = (client: Client, data: object) => {
    const [rule] = client.asana.store.of('rule_trigger').all();
    return client.post(`/rule_triggers/${rule!.gid}/run`, data);
  };

  it('runs for a task of its project', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { status, data } = await trigger(client, {
      resource: gid,
      action_data: { answer: 'yes' },
    });
    expect(status).to.equal(200);
    expect(data.message).to.be.a('string');
  });

  it('refuses other tasks, and a call without a task or data', async () => {
    const client = connect();
    const { gid } = await createTask(client, {
      projects: [],
      workspace: workspaceGid(client),
    });
    const refusal = async (data: object) =>
      (await trigger(client, data)).message;
    expect(await refusal({})).to.equal('resource: Missing input');
    expect(await refusal({ resource: gid })).to.equal(
      'action_data: Missing input'
    );
    expect(await refusal({ resource: gid, action_data: {} })).to.equal(
      'resource: Not in the project of the rule'
    );
  });
});

describe('favorites', () => {
  it('are those of the caller, of one type', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const path = (user: string, type: string) =>
      `/users/${user}/favorites?workspace=${workspace}&resource_type=${type}`;
    expect(names(await client.get(path('me', 'project')))).to.deep.equal([
      'Grievances – Lake Region',
    ]);
    expect((await client.get(path('me', 'tag'))).data).to.deep.equal([]);
    expect((await client.get(path('me', 'story'))).status).to.equal(400);
    const joseph = 'joseph@riverside-relief.example';
    expect((await client.get(path(joseph, 'project'))).status).to.equal(403);
  });
});

describe('the custom field settings of a team', () => {
  it('are listed', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const { data } = await client.get(
      `/teams/${team!.gid}/custom_field_settings`
    );
    expect(data[0].custom_field.gid).to.equal(fieldGid(client, 'Case ID'));
    expect(data[0].parent.name).to.equal('Accountability');
  });
});

describe('typeahead', () => {
  it('completes goals, portfolios, templates and agents', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    for (const path of ['/goals', '/portfolios']) {
      await client.post(path, { workspace, name: 'Grain for all' });
    }
    const complete = async (type: string, query: string) =>
      names(
        await client.get(
          `/workspaces/${workspace}/typeahead?resource_type=${type}&query=${query}`
        )
      );
    expect(await complete('goal', 'gra')).to.deep.equal(['Grain for all']);
    expect(await complete('portfolio', 'gra')).to.deep.equal(['Grain for all']);
    expect(await complete('project_template', 'gri')).to.deep.equal([
      'Grievance board',
    ]);
    expect(await complete('agent', 'int')).to.deep.equal(['Intake Teammate']);
    expect(await complete('actor', 'int')).to.deep.equal([
      'Intake Bot',
      'Intake Teammate',
    ]);
  });
});
