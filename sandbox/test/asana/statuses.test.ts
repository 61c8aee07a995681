import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, lake, workspaceGid } from './client.js';

/** A project of the demo seed that has had no status yet. */
const hills = (client: Client) =>
  client.asana.store.projects.named('Grievances – Northern Hills')!.gid;

const update = (client: Client, parent: string, data: object = {}) =>
  client.post('/status_updates', {
    parent,
    text: 'Two weeks behind',
    status_type: 'at_risk',
    ...data,
  });

describe('a status update', () => {
  it('is made of a project, a portfolio or a goal', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const parents = [hills(client)];
    for (const path of ['/portfolios', '/goals']) {
      const { data } = await client.post(path, { workspace, name: 'Parent' });
      parents.push(data.gid);
    }
    const subtypes = [];
    for (const parent of parents) {
      const { status, data } = await update(client, parent);
      expect(status).to.equal(201);
      subtypes.push(data.resource_subtype);
    }
    expect(subtypes).to.deep.equal([
      'project_status_update',
      'portfolio_status_update',
      'goal_status_update',
    ]);
  });

  it('is the present one until there is a newer one', async () => {
    const client = connect();
    const parent = hills(client);
    const first = await update(client, parent, { title: 'First' });
    const second = await update(client, parent, { title: 'Second' });
    const present = async () =>
      (await client.get(`/projects/${parent}`)).data.current_status_update;
    expect((await present()).title).to.equal('Second');
    const list = await client.get(`/status_updates?parent=${parent}`);
    expect(list.data.map(({ title }: Json) => title)).to.deep.equal([
      'Second',
      'First',
    ]);
    const since = encodeURIComponent(second.data.created_at);
    const recent = await client.get(
      `/status_updates?parent=${parent}&created_since=${since}`
    );
    expect(recent.data).to.have.length(1);
    const wrong = await client.get(
      `/status_updates?parent=${parent}&created_since=soon`
    );
    expect(wrong.message).to.equal(
      'created_since: Datetime must be in ISO-8601 format, not: soon'
    );
    await client.delete(`/status_updates/${second.data.gid}`);
    expect((await present()).title).to.equal('First');
    const kept = await client.get(`/status_updates/${first.data.gid}`);
    expect(kept.data.text).to.equal('Two weeks behind');
  });

  it('takes either a text or a rich text', async () => {
    const client = connect();
    const parent = hills(client);
    const html_text = '<body><b>Late</b></body>';
    const { data } = await update(client, parent, {
      text: undefined,
      html_text,
    });
    expect(data.text).to.equal('Late');
    const both = await update(client, parent, { html_text });
    expect(both.message).to.equal(
      'You may only provide one of text or html_text!'
    );
    const none = await update(client, parent, { text: undefined });
    expect(none.message).to.equal('text: Missing input');
  });

  it('has a type that its parent can have', async () => {
    const client = connect();
    const { message } = await update(client, hills(client), {
      status_type: 'achieved',
    });
    expect(message).to.match(/^status_type: Value is not one of on_track, /);
    const { data: goal } = await client.post('/goals', {
      workspace: workspaceGid(client),
      name: 'Goal',
    });
    const { status } = await update(client, goal.gid, {
      status_type: 'achieved',
    });
    expect(status).to.equal(201);
  });
});

describe('a project status', () => {
  it('is a status update as the older operations show it', async () => {
    const client = connect();
    const path = `/projects/${hills(client)}/project_statuses`;
    const { status, data } = await client.post(path, {
      title: 'Late',
      text: 'Two weeks behind',
      color: 'yellow',
    });
    expect(status).to.equal(201);
    expect(data).to.include({
      color: 'yellow',
      resource_type: 'project_status',
    });
    const fresh = await client.get(`/status_updates/${data.gid}`);
    expect(fresh.data.status_type).to.equal('at_risk');
    const one = await client.get(`/project_statuses/${data.gid}`);
    expect(one.data).to.deep.equal(data);
    const list = await client.get(path);
    expect(list.data.map(({ title }: Json) => title)).to.deep.equal(['Late']);
    const project = await client.get(`/projects/${hills(client)}`);
    expect(project.data.current_status.gid).to.equal(data.gid);
    await client.delete(`/project_statuses/${data.gid}`);
    expect((await client.get(path)).data).to.deep.equal([]);
    expect((await client.get(`/status_updates/${data.gid}`)).status).to.equal(
      404
    );
  });

  it('is green unless it says something else', async () => {
    const client = connect();
    const path = `/projects/${hills(client)}/project_statuses`;
    const { data } = await client.post(path, { text: 'All well' });
    expect(data.color).to.equal('green');
    const wrong = await client.post(path, { text: 'x', color: 'pink' });
    expect(wrong.message).to.match(/^color: Value is not one of green, /);
    const empty = await client.post(path, {});
    expect(empty.message).to.equal('text: Missing input');
  });
});

describe('a project brief', () => {
  it('is made once for a project, and changed', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}/project_briefs`;
    const { status, data } = await client.post(path, {
      title: 'Scope',
      text: 'Wells & pumps',
    });
    expect(status).to.equal(201);
    expect(data.html_text).to.equal('<body>Wells &amp; pumps</body>');
    expect((await client.post(path, { text: 'x' })).status).to.equal(400);
    const own = `/project_briefs/${data.gid}`;
    await client.put(own, { html_text: '<body>Wells</body>' });
    const changed = await client.get(`${own}?opt_fields=text,title,project`);
    expect(changed.data).to.include({ text: 'Wells', title: 'Scope' });
    const project = await client.get(
      `/projects/${lake(client).gid}?opt_fields=project_brief`
    );
    expect(project.data.project_brief.gid).to.equal(data.gid);
    await client.delete(own);
    expect((await client.get(own)).status).to.equal(404);
    expect((await client.post(path, { text: 'x' })).status).to.equal(201);
  });

  it('has attachments', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}/project_briefs`;
    const { data: brief } = await client.post(path, { text: 'Wells' });
    const form = new FormData();
    form.set('parent', brief.gid);
    form.set('file', new Blob(['plan']), 'plan.txt');
    const sent = await client.send('POST', '/attachments', { body: form });
    expect(sent.status).to.equal(200);
    const { data } = await client.get(`/attachments?parent=${brief.gid}`);
    expect(data.map(({ name }: Json) => name)).to.deep.equal(['plan.txt']);
    await client.delete(`/attachments/${sent.data.gid}`);
    const left = await client.get(`/attachments?parent=${brief.gid}`);
    expect(left.data).to.deep.equal([]);
  });
});
