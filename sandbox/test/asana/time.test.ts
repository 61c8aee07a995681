import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

const joseph = 'joseph@riverside-relief.example';

/** Tracks time on a task. */
async function track(client: Client, task: string, data: object) {
  const path = `/tasks/${task}/time_tracking_entries`;
  const answer = await client.post(path, data);
  if (answer.status !== 201) throw new Error(answer.message);
  return answer.data;
}

const gids = ({ data }: Json) => data.map(({ gid }: Json) => gid);

describe('tracked time', () => {
  it('adds up on its task', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const minutes = async () =>
      (await client.get(`/tasks/${gid}`)).data.actual_time_minutes;
    expect(await minutes()).to.equal(null);
    const entry = await track(client, gid, { duration_minutes: 30 });
    await track(client, gid, { duration_minutes: 15 });
    expect(await minutes()).to.equal(45);
    const path = `/time_tracking_entries/${entry.gid}`;
    await client.put(path, { duration_minutes: 60 });
    expect(await minutes()).to.equal(75);
    await client.delete(path);
    expect(await minutes()).to.equal(15);
    const list = await client.get(`/tasks/${gid}/time_tracking_entries`);
    expect(list.data).to.have.length(1);
  });

  it('is of today unless it says something else', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const today = await track(client, gid, { duration_minutes: 30 });
    expect(today.entered_on).to.equal('2026-01-15');
    const earlier = await track(client, gid, {
      duration_minutes: 30,
      entered_on: '2026-01-12',
    });
    expect(earlier.entered_on).to.equal('2026-01-12');
  });

  it('is more than nothing, for a project of the task, in one category', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const workspace = workspaceGid(client);
    const category = async (name: string) =>
      (await client.post('/time_tracking_categories', { workspace, name })).data
        .gid;
    const [, other] = [...client.asana.store.projects];
    const [visits, calls] = [await category('Visits'), await category('Calls')];
    const refusal = async (data: object) =>
      (
        await client.post(`/tasks/${gid}/time_tracking_entries`, {
          duration_minutes: 30,
          ...data,
        })
      ).message;
    expect(await refusal({ duration_minutes: 0 })).to.equal(
      'duration_minutes: Value is out of range: 0'
    );
    expect(await refusal({ duration_minutes: 1.5 })).to.equal(
      'duration_minutes: Value is not an integer: 1.5'
    );
    expect(await refusal({ attributable_to: other!.gid })).to.equal(
      'attributable_to: The task is not in this project'
    );
    expect(await refusal({ categories: [visits, calls] })).to.equal(
      'categories: An entry has at most one category'
    );
    expect(await refusal({ categories: ['visits'] })).to.equal(
      'categories: [0]: Not a recognized ID: visits'
    );
    await client.put(`/time_tracking_categories/${visits}`, {
      is_archived: true,
    });
    expect(await refusal({ categories: [visits] })).to.equal(
      'categories: The category is archived'
    );
  });

  it('is listed by what it is of', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const project = lake(client).gid;
    const { data: category } = await client.post('/time_tracking_categories', {
      workspace,
      name: 'Visits',
    });
    const { data: portfolio } = await client.post('/portfolios', {
      workspace,
      name: 'Regions',
    });
    await client.post(`/portfolios/${portfolio.gid}/addItem`, {
      item: project,
    });
    const inLake = await createTask(client);
    const alone = await createTask(client, { projects: [], workspace });
    const first = await track(client, inLake.gid, {
      duration_minutes: 30,
      attributable_to: project,
      categories: [category.gid],
      entered_on: '2026-01-12',
    });
    const second = await track(client, alone.gid, { duration_minutes: 15 });
    const path = '/time_tracking_entries';
    const list = async (query: string) =>
      gids(await client.get(`${path}?${query}`));
    expect(await list(`task=${alone.gid}`)).to.deep.equal([second.gid]);
    expect(await list(`attributable_to=${project}`)).to.deep.equal([first.gid]);
    expect(await list(`portfolio=${portfolio.gid}`)).to.deep.equal([first.gid]);
    expect(await list('user=me')).to.deep.equal([first.gid, second.gid]);
    const days = 'entered_on_start_date=2026-01-13';
    expect(await list(`workspace=${workspace}&${days}`)).to.deep.equal([
      second.gid,
    ]);
    const open = await client.get(`${path}?workspace=${workspace}`);
    expect(open.status).to.equal(400);
    const ofCategory = `/time_tracking_categories/${category.gid}${path}`;
    expect(gids(await client.get(ofCategory))).to.deep.equal([first.gid]);
    const later = await client.get(`${ofCategory}?start_date=2026-01-13`);
    expect(later.data).to.deep.equal([]);
  });
});

describe('time tracking categories', () => {
  it('are left out of the list once they are archived', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const path = '/time_tracking_categories';
    const { data } = await client.post(path, { workspace, name: 'Visits' });
    await client.put(`${path}/${data.gid}`, { is_archived: true });
    const list = async (query = '') =>
      (await client.get(`${path}?workspace=${workspace}${query}`)).data.length;
    expect(await list()).to.equal(0);
    expect(await list('&is_archived=true')).to.equal(1);
  });
});

describe('absences', () => {
  it('are listed when a day of theirs is within the two', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    await client.post('/ooo_entries', {
      workspace,
      user: joseph,
      start_date: '2026-02-02',
      end_date: '2026-02-06',
    });
    const count = async (start: string, end: string) =>
      (
        await client.get(
          `/ooo_entries?workspace=${workspace}&user=${joseph}&start_date=${start}&end_date=${end}`
        )
      ).data.length;
    expect(await count('2026-02-06', '2026-02-20')).to.equal(1);
    expect(await count('2026-01-01', '2026-02-02')).to.equal(1);
    expect(await count('2026-02-07', '2026-02-20')).to.equal(0);
    expect(await count('2026-01-01', '2026-02-01')).to.equal(0);
  });
});

describe('the timesheet of a week', () => {
  const week = { start_date: '2026-01-12', end_date: '2026-01-18' };
  const make = (client: Client, data: object = {}) =>
    client.post('/timesheet_approval_statuses', {
      workspace: workspaceGid(client),
      user: 'me',
      ...week,
      ...data,
    });

  it('goes from a draft to its approval, one step after the other', async () => {
    const client = connect();
    const { status, data } = await make(client);
    expect([status, data.approval_status]).to.deep.equal([201, 'DRAFT']);
    const path = `/timesheet_approval_statuses/${data.gid}`;
    const seen = [];
    for (const approval_status of [
      'approved',
      'submitted',
      'draft',
      'submitted',
      'rejected',
      'submitted',
      'approved',
      'draft',
    ]) {
      const answer = await client.put(path, { approval_status });
      seen.push(answer.data?.approval_status ?? answer.status);
    }
    expect(seen).to.deep.equal([
      400,
      'SUBMITTED',
      'DRAFT',
      'SUBMITTED',
      'REJECTED',
      'SUBMITTED',
      'APPROVED',
      400,
    ]);
    expect((await client.get(path)).data.approval_status).to.equal('APPROVED');
  });

  it('is from a Monday to the Sunday after, once', async () => {
    const client = connect();
    const tuesday = await make(client, { start_date: '2026-01-13' });
    expect(tuesday.message).to.equal(
      'start_date: Must be a Monday: 2026-01-13'
    );
    const long = await make(client, { end_date: '2026-01-25' });
    expect(long.message).to.equal(
      'end_date: Must be the Sunday after: 2026-01-25'
    );
    await make(client);
    expect((await make(client)).status).to.equal(400);
  });

  it('is listed, and has the entries of its days', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const entry = await track(client, gid, { duration_minutes: 30 });
    await track(client, gid, {
      duration_minutes: 30,
      entered_on: '2026-01-05',
    });
    const { data: sheet } = await make(client);
    const path = `/timesheet_approval_statuses`;
    await client.put(`${path}/${sheet.gid}`, { approval_status: 'submitted' });
    const shown = await client.get(`/time_tracking_entries/${entry.gid}`);
    expect(shown.data.approval_status).to.equal('SUBMITTED');
    const entries = await client.get(
      `/time_tracking_entries?timesheet_approval_status=${sheet.gid}`
    );
    expect(gids(entries)).to.deep.equal([entry.gid]);
    const list = async (query: string) =>
      gids(
        await client.get(`${path}?workspace=${workspaceGid(client)}&${query}`)
      );
    expect(await list('user=me&approval_statuses=submitted')).to.deep.equal([
      sheet.gid,
    ]);
    expect(await list('approval_statuses=draft,approved')).to.deep.equal([]);
    expect(await list('from_date=2026-01-19')).to.deep.equal([]);
    expect(await list('to_date=2026-01-12')).to.deep.equal([sheet.gid]);
  });
});

describe('the budget of a project', () => {
  it('has the tracked time, or what it cost', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const parent = lake(client).gid;
    await client.post('/rates', { parent, resource: 'me', rate: 40 });
    for (const billable_status of ['billable', 'nonBillable']) {
      await track(client, gid, {
        duration_minutes: 30,
        attributable_to: parent,
        billable_status,
      });
    }
    const { data } = await client.post('/budgets', {
      parent,
      budget_type: 'time',
      total: { enabled: true, value: 600 },
    });
    expect(data.actual).to.include({ value: 30, units: 'minutes' });
    expect(data.total).to.include({ value: 600, units: 'minutes' });
    const path = `/budgets/${data.gid}`;
    const cost = await client.put(path, {
      budget_type: 'cost',
      actual: { billable_status_filter: 'any' },
    });
    expect(cost.data.actual).to.include({ value: 40, units: 'USD' });
    expect(cost.data.total).to.include({ value: 600 });
  });

  it('is one, and estimates from somewhere', async () => {
    const client = connect();
    const parent = lake(client).gid;
    const make = (data: object) =>
      client.post('/budgets', { parent, budget_type: 'time', ...data });
    const nowhere = await make({ estimate: { enabled: true } });
    expect(nowhere.message).to.equal(
      'estimate: An enabled estimate needs a source'
    );
    const estimate = { enabled: true, source: 'tasks' };
    const { data } = await make({ estimate });
    expect(data.estimate).to.include({ value: 0, units: 'minutes' });
    expect((await make({})).message).to.match(/^parent: Already has a budget/);
  });
});

describe('the rate of a person on a project', () => {
  it('is one', async () => {
    const client = connect();
    const parent = lake(client).gid;
    const make = (resource: string) =>
      client.post('/rates', { parent, resource, rate: 20 });
    expect((await make('me')).status).to.equal(201);
    expect((await make(joseph)).status).to.equal(201);
    expect((await make('me')).message).to.match(
      /^resource: Already has a rate/
    );
    const { data } = await client.get(
      `/rates?parent=${parent}&resource=${joseph}`
    );
    expect(data).to.have.length(1);
  });
});
