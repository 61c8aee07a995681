import { expect } from 'chai';
import type { Client, Json } from './client.js';
import {
  connect,
  createTask,
  fieldGid,
  lake,
  optionGid,
  workspaceGid,
} from './client.js';

const lag = 20_000;

async function search(client: Client, query: string): Promise<string[]> {
  const [workspace] = client.asana.store.workspaces;
  const { status, data, message } = await client.get(
    `/workspaces/${workspace!.gid}/tasks/search?opt_fields=name&${query}`
  );
  if (status !== 200) throw new Error(`${status} ${message}`);
  return data.map(({ name }: Json) => name);
}

/** Tasks a, b and c, made in this order and already indexed. */
async function withTasks(...data: object[]) {
  const client = connect();
  const tasks: Json[] = [];
  for (const [index, each] of data.entries()) {
    const name = 'abcdefgh'[index];
    tasks.push(await createTask(client, { name, ...each }));
  }
  client.wait(lag);
  return { client, tasks };
}

describe('searching tasks', () => {
  it('does not see a write before the index has it', async () => {
    const client = connect();
    const { gid } = await createTask(client, { name: 'well' });
    expect(await search(client, '')).to.deep.equal([]);
    client.wait(lag);
    expect(await search(client, 'text=well')).to.deep.equal(['well']);
    await client.put(`/tasks/${gid}`, { name: 'pump' });
    expect(await search(client, 'text=pump')).to.deep.equal([]);
    expect(await search(client, 'text=well')).to.deep.equal(['pump']);
    client.wait(lag);
    expect(await search(client, 'text=pump')).to.deep.equal(['pump']);
  });

  it('does not find what was deleted', async () => {
    const { client, tasks } = await withTasks({});
    await client.delete(`/tasks/${tasks[0].gid}`);
    expect(await search(client, '')).to.deep.equal([]);
  });

  it('is refused on a free plan', async () => {
    const client = connect({ plan: 'free' });
    const [workspace] = client.asana.store.workspaces;
    const answer = await client.get(
      `/workspaces/${workspace!.gid}/tasks/search`
    );
    expect([answer.status, answer.message]).to.deep.equal([
      402,
      'Search is only available to premium users.',
    ]);
  });

  it('looks for the beginnings of words in names and notes', async () => {
    const { client } = await withTasks(
      { name: 'Leaking pump', notes: 'in Kisumu' },
      { name: 'Broken pump' }
    );
    expect(await search(client, 'text=leak')).to.deep.equal(['Leaking pump']);
    expect(await search(client, 'text=pump%20kisumu')).to.deep.equal([
      'Leaking pump',
    ]);
    expect(await search(client, 'text=ump')).to.deep.equal([]);
  });

  it('sorts by modification, the latest first, unless it is told otherwise', async () => {
    const { client, tasks } = await withTasks({}, {}, {});
    await client.put(`/tasks/${tasks[0].gid}`, { notes: 'x' });
    client.wait(lag);
    expect(await search(client, '')).to.deep.equal(['a', 'c', 'b']);
    expect(
      await search(client, 'sort_by=created_at&sort_ascending=true')
    ).to.deep.equal(['a', 'b', 'c']);
    expect(await search(client, 'sort_by=created_at&limit=2')).to.deep.equal([
      'c',
      'b',
    ]);
  });

  it('goes through the tasks by the time of creation', async () => {
    const { client, tasks } = await withTasks({}, {}, {});
    const moment = tasks[1].created_at;
    expect(await search(client, `created_at.before=${moment}`)).to.deep.equal([
      'a',
    ]);
    expect(await search(client, `created_at.after=${moment}`)).to.deep.equal([
      'c',
    ]);
  });

  it('never gives a next page', async () => {
    const { client } = await withTasks({}, {});
    const [workspace] = client.asana.store.workspaces;
    const { body } = await client.get(
      `/workspaces/${workspace!.gid}/tasks/search?limit=1`
    );
    expect(body).to.have.all.keys('data');
    expect(body.data).to.have.length(1);
  });

  it('filters by people', async () => {
    const { client, tasks } = await withTasks(
      { assignee: 'me' },
      { assignee: 'joseph@riverside-relief.example' },
      {}
    );
    const joseph = tasks[1].assignee.gid;
    const find = (query: string) =>
      search(client, `${query}&sort_by=created_at`);
    expect(await find('assignee.any=me')).to.deep.equal(['a']);
    expect(await find(`assignee.any=me,${joseph}`)).to.deep.equal(['b', 'a']);
    expect(await find('assignee.any=null')).to.deep.equal(['c']);
    expect(await find(`assignee.not=${joseph}`)).to.deep.equal(['c', 'a']);
    expect(await find(`followers.any=${joseph}`)).to.deep.equal(['b']);
    expect(await find('created_by.not=me')).to.deep.equal([]);
  });

  it('filters by projects, sections and tags', async () => {
    const probe = connect();
    const { store } = probe.asana;
    const delta = store.projects.named('Grievances – River Delta')!;
    const tag = store.tags.named('urgent')!.gid;
    const home = lake(probe).gid;
    // The gids of a seed are the same in every sandbox.
    const { client } = await withTasks(
      {},
      { projects: [delta.gid], tags: [tag] },
      { projects: [home, delta.gid] }
    );
    const find = (query: string) =>
      search(client, `${query}&sort_by=created_at`);
    const [section] = delta.sections;
    expect(await find(`projects.any=${home}`)).to.deep.equal(['c', 'a']);
    expect(await find(`projects.not=${home}`)).to.deep.equal(['b']);
    expect(await find(`projects.all=${home},${delta.gid}`)).to.deep.equal([
      'c',
    ]);
    expect(
      await find(`projects.any=${home}&sections.any=${section!.gid}`)
    ).to.deep.equal(['c', 'b', 'a']);
    expect(await find(`tags.any=${tag}`)).to.deep.equal(['b']);
    expect(await find(`tags.not=${tag}`)).to.deep.equal(['c', 'a']);
  });

  it('filters by dates', async () => {
    const { client } = await withTasks(
      { due_on: '2026-02-01' },
      { due_on: '2026-03-01', completed: true },
      {}
    );
    const find = (query: string) =>
      search(client, `${query}&sort_by=created_at`);
    expect(await find('due_on=2026-02-01')).to.deep.equal(['a']);
    expect(await find('due_on=null')).to.deep.equal(['c']);
    expect(await find('due_on.after=2026-02-01')).to.deep.equal(['b']);
    expect(await find('due_on.before=2026-03-01')).to.deep.equal(['a']);
    expect(await find('completed_on=2026-01-15')).to.deep.equal(['b']);
    expect(await find('completed_on.before=2026-01-15')).to.deep.equal([]);
  });

  it('filters by what a task is and has', async () => {
    const { client, tasks } = await withTasks({}, { completed: true }, {});
    await client.post(`/tasks/${tasks[0].gid}/addDependencies`, {
      dependencies: [tasks[2].gid],
    });
    await client.post(`/tasks/${tasks[0].gid}/subtasks`, { name: 'sub' });
    client.wait(lag);
    const find = (query: string) =>
      search(client, `${query}&sort_by=created_at`);
    expect(await find('completed=true')).to.deep.equal(['b']);
    expect(await find('is_blocked=true')).to.deep.equal(['a']);
    expect(await find('is_blocking=true')).to.deep.equal(['c']);
    expect(await find('is_subtask=true')).to.deep.equal(['sub']);
    expect(await find('has_attachment=true')).to.deep.equal([]);
    expect(await find('resource_subtype=milestone')).to.deep.equal([]);
  });

  it('filters by custom fields', async () => {
    const probe = connect();
    const text = fieldGid(probe, 'Case ID');
    const severity = fieldGid(probe, 'Severity');
    const amount = fieldGid(probe, 'Amount claimed');
    const day = fieldGid(probe, 'Reported on');
    const high = optionGid(probe, 'Severity', 'High');
    const { client } = await withTasks(
      {
        custom_fields: {
          [text]: 'LR-0042',
          [severity]: high,
          [amount]: 10,
          [day]: { date: '2026-01-05' },
        },
      },
      { custom_fields: { [text]: 'ND-0042', [amount]: 20 } },
      {}
    );
    const find = (gid: string, query: string) =>
      search(client, `custom_fields.${gid}.${query}&sort_by=created_at`);
    expect(await find(text, 'value=LR-0042')).to.deep.equal(['a']);
    expect(await find(text, 'starts_with=nd')).to.deep.equal(['b']);
    expect(await find(text, 'ends_with=0042')).to.deep.equal(['b', 'a']);
    expect(await find(text, 'contains=-004')).to.deep.equal(['b', 'a']);
    expect(await find(text, 'is_set=false')).to.deep.equal(['c']);
    expect(await find(severity, `value=${high}`)).to.deep.equal(['a']);
    expect(await find(amount, 'less_than=20')).to.deep.equal(['a']);
    expect(await find(amount, 'greater_than=10')).to.deep.equal(['b']);
    expect(await find(day, 'before=2026-01-06')).to.deep.equal(['a']);
    expect(await find(day, 'after=2026-01-06')).to.deep.equal([]);
  });

  it('refuses what it cannot read, and ignores what it does not know', async () => {
    const { client } = await withTasks({});
    const gid = workspaceGid(client);
    const channels = fieldGid(client, 'Channels');
    const status = async (query: string) =>
      (await client.get(`/workspaces/${gid}/tasks/search?${query}`)).status;
    for (const query of [
      'limit=101',
      'sort_by=name',
      'completed=maybe',
      'projects.any=lake',
      'assignee.any=nobody@example.org',
      'due_on.before=soon',
      `custom_fields.${channels}.value=1`,
    ]) {
      expect(await status(query), query).to.equal(400);
    }
    expect(await status('surprise=1')).to.equal(200);
  });
});

describe('searching projects', () => {
  it('looks for words in their names', async () => {
    const client = connect();
    const [workspace] = client.asana.store.workspaces;
    const path = `/workspaces/${workspace!.gid}/projects/search`;
    const { data } = await client.get(`${path}?text=river`);
    expect(data.map(({ name }: Json) => name)).to.deep.equal([
      'Grievances – River Delta',
    ]);
    expect((await client.get(`${path}?due_on=null`)).status).to.equal(501);
  });
});

describe('typeahead', () => {
  it('completes names, at once and without pages', async () => {
    const client = connect();
    await createTask(client, { name: 'Leaking well' });
    const [workspace] = client.asana.store.workspaces;
    const find = async (query: string) =>
      (
        await client.get(`/workspaces/${workspace!.gid}/typeahead?${query}`)
      ).data?.map(({ name }: Json) => name);
    expect(await find('resource_type=task&query=well')).to.deep.equal([
      'Leaking well',
    ]);
    expect(await find('resource_type=project&count=2')).to.have.length(2);
    expect(await find('resource_type=user&query=jos')).to.deep.equal([
      'Joseph Okello',
    ]);
    expect(await find('resource_type=goal')).to.deep.equal([]);
    const missing = await client.get(
      `/workspaces/${workspace!.gid}/typeahead?query=a`
    );
    expect(missing.message).to.equal('resource_type: Missing input');
  });
});
