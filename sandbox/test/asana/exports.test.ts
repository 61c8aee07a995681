import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

/** What is in the file behind an address. */
async function open(client: Client, url: string): Promise<string> {
  const response = await client.asana.handle(new Request(url));
  expect(response.status).to.equal(200);
  return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
}

describe('the export of a graph', () => {
  it('is a job, and then a file with all that is below', async () => {
    const client = connect();
    await createTask(client);
    const job = await client.post('/exports/graph', {
      parent: lake(client).gid,
    });
    expect([job.status, job.data.resource_subtype]).to.deep.equal([
      201,
      'graph_export_request',
    ]);
    expect(job.data.new_graph_export.download_url).to.equal(null);
    const path = `/jobs/${job.data.gid}`;
    const running = await client.get(path);
    expect(running.data.new_graph_export).to.not.have.property('completed_at');
    const { data } = await client.get(path);
    expect(data.status).to.equal('succeeded');
    expect(data.new_graph_export.completed_at).to.be.a('string');
    const file = await open(client, data.new_graph_export.download_url);
    expect(JSON.parse(file).data.map(({ name }: Json) => name)).to.deep.equal([
      'Grievances – Lake Region',
      'A leaking well',
    ]);
  });

  it('goes through teams, portfolios and goals', async () => {
    const client = connect({ jobPolls: 1 });
    const workspace = workspaceGid(client);
    const [team] = [...client.asana.store.teams];
    const portfolio = await client.post('/portfolios', {
      workspace,
      name: 'Regions',
    });
    await client.post(`/portfolios/${portfolio.data.gid}/addItem`, {
      item: lake(client).gid,
    });
    const goal = await client.post('/goals', { workspace, name: 'Goal' });
    await client.post(`/goals/${goal.data.gid}/addSupportingRelationship`, {
      supporting_resource: lake(client).gid,
    });
    const sizes = [];
    for (const parent of [team!.gid, portfolio.data.gid, goal.data.gid]) {
      const job = await client.post('/exports/graph', { parent });
      const { data } = await client.get(`/jobs/${job.data.gid}`);
      const file = await open(client, data.new_graph_export.download_url);
      sizes.push(JSON.parse(file).data.length);
    }
    expect(sizes).to.deep.equal([4, 2, 2]);
  });

  it('has no file where the job fails', async () => {
    const client = connect({ failingJobs: ['graph_export_request'] });
    const parent = lake(client).gid;
    const job = await client.post('/exports/graph', { parent });
    await client.get(`/jobs/${job.data.gid}`);
    const { data } = await client.get(`/jobs/${job.data.gid}`);
    expect(data.status).to.equal('failed');
    expect(data).to.not.have.property('new_graph_export');
  });
});

describe('the export of resources', () => {
  const request = (client: Client, parameters: object[]) =>
    client.post('/exports/resource', {
      workspace: workspaceGid(client),
      export_request_parameters: parameters,
    });

  it('has a line for each record, with the fields asked for', async () => {
    const client = connect({ jobPolls: 1 });
    await createTask(client);
    await createTask(client, { name: 'A dry well' });
    const job = await request(client, [
      { resource_type: 'task', fields: ['name'] },
      { resource_type: 'team' },
    ]);
    expect([job.status, job.data.resource_subtype]).to.deep.equal([
      201,
      'export_request',
    ]);
    const { data } = await client.get(`/jobs/${job.data.gid}`);
    const file = await open(client, data.new_resource_export.download_url);
    const lines = file
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(Object.keys(lines[0])).to.deep.equal(['gid', 'name']);
    expect(lines.map(({ name }) => name)).to.deep.equal([
      'A leaking well',
      'A dry well',
      'Accountability',
    ]);
  });

  it('is one at a time in a workspace', async () => {
    const client = connect();
    const first = await request(client, [{ resource_type: 'task' }]);
    const second = await request(client, [{ resource_type: 'task' }]);
    expect(second.status).to.equal(403);
    await client.get(`/jobs/${first.data.gid}`);
    await client.get(`/jobs/${first.data.gid}`);
    const third = await request(client, [{ resource_type: 'task' }]);
    expect(third.status).to.equal(201);
  });

  it('is of types that can be exported', async () => {
    const client = connect();
    const refused = await request(client, [{ resource_type: 'tag' }]);
    expect(refused.message).to.equal(
      'export_request_parameters: [0]: resource_type: Not one of task, team, message: tag'
    );
  });
});

describe('the export of an organization', () => {
  it('is finished after a few reads', async () => {
    const client = connect();
    const { status, data } = await client.post('/organization_exports', {
      organization: workspaceGid(client),
    });
    expect([status, data.state]).to.deep.equal([201, 'pending']);
    const path = `/organization_exports/${data.gid}`;
    const started = await client.get(path);
    expect(started.data).to.include({ state: 'started', download_url: null });
    const finished = await client.get(path);
    expect(finished.data.state).to.equal('finished');
    const file = await open(client, finished.data.download_url);
    expect(JSON.parse(file).data).to.have.length(8);
  });

  it('ends in an error where the sandbox is told so', async () => {
    const client = connect({
      jobPolls: 1,
      failingJobs: ['organization_export'],
    });
    const { data } = await client.post('/organization_exports', {
      organization: workspaceGid(client),
    });
    const end = await client.get(`/organization_exports/${data.gid}`);
    expect(end.data).to.include({ state: 'error', download_url: null });
  });
});
