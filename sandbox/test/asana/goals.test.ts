import { expect } from 'chai';
import type { Answer, Client, Json } from './client.js';
import {
  connect,
  createTask,
  fieldGid,
  lake,
  optionGid,
  workspaceGid,
} from './client.js';

/** Makes a goal. */
async function createGoal(client: Client, data: object = {}): Promise<Json> {
  const goal = { workspace: workspaceGid(client), name: 'Answer in a week' };
  const answer = await client.post('/goals', { ...goal, ...data });
  if (answer.status !== 201) throw new Error(answer.message);
  return answer.data;
}

const names = ({ data }: Answer) => data.map(({ name }: Json) => name);

describe('a goal', () => {
  it('has an owner, a team and a time period', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const periods = await client.get(
      `/time_periods?workspace=${workspaceGid(client)}`
    );
    const goal = await createGoal(client, {
      team: team!.gid,
      time_period: periods.data[0].gid,
      owner: 'joseph@riverside-relief.example',
      html_notes: '<body><b>Soon</b></body>',
    });
    expect(goal.owner.name).to.equal('Joseph Okello');
    expect(goal.team.name).to.equal('Accountability');
    expect(goal.time_period.display_name).to.equal('FY FY26');
    expect(goal.notes).to.equal('Soon');
    // One of a team is not one of the whole workspace.
    expect(goal.is_workspace_level).to.equal(false);
  });

  it('has a start only together with an end', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const path = `/goals/${gid}`;
    const { status } = await client.put(path, { start_on: '2026-02-01' });
    expect(status).to.equal(400);
    const { data } = await client.put(path, {
      start_on: '2026-02-01',
      due_on: '2026-02-28',
    });
    expect(data).to.include({ start_on: '2026-02-01', due_on: '2026-02-28' });
  });

  it('is listed by where it belongs and when it is', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    const workspace = workspaceGid(client);
    const periods = await client.get(`/time_periods?workspace=${workspace}`);
    const [year, half] = periods.data;
    await createGoal(client, { name: 'All', time_period: year.gid });
    await createGoal(client, {
      name: 'Team',
      team: team!.gid,
      time_period: half.gid,
    });
    const list = async (query: string) =>
      names(await client.get(`/goals?${query}`));
    expect(await list(`workspace=${workspace}`)).to.deep.equal(['All', 'Team']);
    expect(await list(`team=${team!.gid}`)).to.deep.equal(['Team']);
    expect(
      await list(`workspace=${workspace}&is_workspace_level=true`)
    ).to.deep.equal(['All']);
    expect(
      await list(`workspace=${workspace}&time_periods=${half.gid}`)
    ).to.deep.equal(['Team']);
    const alone = await client.get(
      `/goals?team=${team!.gid}&is_workspace_level=true`
    );
    expect(alone.status).to.equal(400);
  });

  it('is liked by the caller alone', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const path = `/goals/${gid}`;
    const liked = await client.put(path, { liked: true });
    expect(liked.data).to.include({ liked: true, num_likes: 1 });
    expect(liked.data.likes[0].user.name).to.equal('Amina Diallo');
    const again = await client.put(path, { liked: false });
    expect(again.data).to.deep.include({ liked: false, likes: [] });
  });

  it('is commented on', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const path = `/goals/${gid}/stories`;
    const { status, data } = await client.post(path, { text: 'Hard' });
    expect([status, data.text]).to.deep.equal([201, 'Hard']);
    const list = await client.get(path);
    expect(list.data.map(({ text }: Json) => text)).to.deep.equal(['Hard']);
    await client.delete(`/stories/${data.gid}`);
    expect((await client.get(path)).data).to.deep.equal([]);
  });
});

describe('the metric of a goal', () => {
  it('is set, moved on and shown by its precision', async () => {
    const client = connect();
    const { gid, metric } = await createGoal(client);
    expect(metric).to.equal(null);
    const { data } = await client.post(`/goals/${gid}/setMetric`, {
      precision: 1,
      unit: 'percentage',
      initial_number_value: 0,
      target_number_value: 1,
    });
    expect(data.metric).to.include({
      unit: 'percentage',
      target_number_value: 1,
      current_number_value: 0,
      current_display_value: '0.0',
    });
    const moved = await client.post(`/goals/${gid}/setMetricCurrentValue`, {
      current_number_value: 0.25,
    });
    expect(moved.data.metric.current_number_value).to.equal(0.25);
  });

  it('is there before it is moved, and leads somewhere', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const early = await client.post(`/goals/${gid}/setMetricCurrentValue`, {
      current_number_value: 1,
    });
    expect(early.status).to.equal(400);
    const still = await client.post(`/goals/${gid}/setMetric`, {
      initial_number_value: 5,
      target_number_value: 5,
    });
    expect(still.message).to.equal(
      'target_number_value: Must not be the same as initial_number_value'
    );
    const free = await client.post(`/goals/${gid}/setMetric`, {
      unit: 'currency',
    });
    expect(free.message).to.equal(
      'currency_code: Goes with the unit currency only'
    );
  });

  it('is what makes a status of its own possible', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const path = `/goals/${gid}`;
    const early = await client.put(path, { status: 'green' });
    expect(early.message).to.equal('status: Cannot write this property');
    await client.post(`${path}/setMetric`, {});
    const { data } = await client.put(path, { status: 'green' });
    expect(data.status).to.equal('green');
    const wrong = await client.put(path, { status: 'blue' });
    expect(wrong.status).to.equal(400);
  });
});

describe('the followers of a goal', () => {
  it('are the one who made it and those who were named', async () => {
    const goal = await createGoal(connect(), {
      followers: ['joseph@riverside-relief.example'],
    });
    expect(names({ data: goal.followers } as Answer)).to.deep.equal([
      'Amina Diallo',
      'Joseph Okello',
    ]);
  });

  it('are added and removed, and the goal comes back', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const followers = ['maria@riverside-relief.example'];
    const added = await client.post(`/goals/${gid}/addFollowers`, {
      followers,
    });
    expect(added.data.followers).to.have.length(2);
    const members = await client.get(`/memberships?parent=${gid}`);
    expect(members.data).to.have.length(2);
    const left = await client.post(`/goals/${gid}/removeFollowers`, {
      followers,
    });
    expect(left.data.followers).to.have.length(1);
  });
});

describe('what supports a goal', () => {
  it('is another goal, or work', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const below = await createGoal(client, { name: 'Answer the phone' });
    const task = await createTask(client);
    const path = `/goals/${gid}/addSupportingRelationship`;
    const sub = await client.post(path, {
      supporting_resource: below.gid,
      contribution_weight: 0.5,
    });
    expect(sub.status).to.equal(200);
    expect(sub.data).to.include({
      resource_subtype: 'subgoal',
      contribution_weight: 0.5,
    });
    for (const work of [lake(client).gid, task.gid]) {
      const { data } = await client.post(path, { supporting_resource: work });
      expect(data.resource_subtype).to.equal('supporting_work');
    }
    const list = `/goal_relationships?supported_goal=${gid}`;
    expect((await client.get(list)).data).to.have.length(3);
    const goals = await client.get(`${list}&resource_subtype=subgoal`);
    expect(goals.data[0].supporting_resource.name).to.equal('Answer the phone');
    const parents = await client.get(`/goals/${below.gid}/parentGoals`);
    expect(names(parents)).to.deep.equal(['Answer in a week']);
    for (const query of [`project=${lake(client).gid}`, `task=${task.gid}`]) {
      const found = await client.get(`/goals?${query}`);
      expect(names(found)).to.deep.equal(['Answer in a week']);
    }
  });

  it('is put in a place, weighed and taken away', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const made: Json[] = [];
    for (const place of [{}, { insert_before: lake(client).gid }]) {
      const [first, second] = [...client.asana.store.projects];
      const { data } = await client.post(
        `/goals/${gid}/addSupportingRelationship`,
        {
          supporting_resource: (made.length ? second! : first!).gid,
          ...place,
        }
      );
      made.push(data);
    }
    const list = `/goal_relationships?supported_goal=${gid}`;
    const { data } = await client.get(list);
    expect(data.map((held: Json) => held.gid)).to.deep.equal([
      made[1].gid,
      made[0].gid,
    ]);
    const path = `/goal_relationships/${made[0].gid}`;
    await client.put(path, { contribution_weight: 1 });
    const weighed = await client.get(path);
    expect(weighed.data.contribution_weight).to.equal(1);
    expect(weighed.data.supported_goal.gid).to.equal(gid);
    const heavy = await client.put(path, { contribution_weight: 2 });
    expect(heavy.status).to.equal(400);
    const { body } = await client.post(
      `/goals/${gid}/removeSupportingRelationship`,
      { supporting_resource: lake(client).gid }
    );
    expect(body).to.deep.equal({ data: {} });
    expect((await client.get(list)).data).to.have.length(1);
    expect((await client.get(path)).status).to.equal(404);
  });

  it('is there once, and not above the goal itself', async () => {
    const client = connect();
    const top = await createGoal(client, { name: 'Top' });
    const below = await createGoal(client, { name: 'Below' });
    const add = async (goal: Json, supporting_resource: string) =>
      (
        await client.post(`/goals/${goal.gid}/addSupportingRelationship`, {
          supporting_resource,
        })
      ).message;
    expect(await add(top, below.gid)).to.equal(undefined);
    expect(await add(top, below.gid)).to.match(/Already supports the goal/);
    expect(await add(below, top.gid)).to.match(/must not form a circle/);
    expect(await add(top, top.gid)).to.match(/must not form a circle/);
  });

  it('forgets a goal that is deleted', async () => {
    const client = connect();
    const top = await createGoal(client, { name: 'Top' });
    const below = await createGoal(client, { name: 'Below' });
    await client.post(`/goals/${top.gid}/addSupportingRelationship`, {
      supporting_resource: below.gid,
    });
    await client.delete(`/goals/${top.gid}`);
    const parents = await client.get(`/goals/${below.gid}/parentGoals`);
    expect(parents.data).to.deep.equal([]);
  });
});

describe('the custom fields of a goal', () => {
  it('are put on it, filled, and taken off again', async () => {
    const client = connect();
    const { gid } = await createGoal(client);
    const custom_field = fieldGid(client, 'Severity');
    const path = `/goals/${gid}`;
    const off = await client.put(path, {
      custom_fields: { [custom_field]: null },
    });
    expect(off.message).to.equal(
      `Custom field with ID ${custom_field} is not on given object`
    );
    const added = await client.post(`${path}/addCustomFieldSetting`, {
      custom_field,
      is_important: true,
    });
    expect(added.data.parent.gid).to.equal(gid);
    expect(added.data).to.not.have.property('project');
    const option = optionGid(client, 'Severity', 'High');
    const { data } = await client.put(path, {
      custom_fields: { [custom_field]: option },
    });
    expect(data.custom_fields[0].display_value).to.equal('High');
    const list = await client.get(`${path}/custom_field_settings`);
    expect(list.data).to.have.length(1);
    await client.post(`${path}/removeCustomFieldSetting`, { custom_field });
    expect((await client.get(path)).data.custom_fields).to.deep.equal([]);
  });
});
