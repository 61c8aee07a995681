import { expect } from 'chai';
import { connect, createTask, lake } from './client.js';

describe('a job', () => {
  it('goes on with every read, until it has made what it shows', async () => {
    const client = connect({ jobPolls: 3 });
    const path = `/projects/${lake(client).gid}/duplicate`;
    const { status, data } = await client.post(path, { name: 'Copy' });
    expect([status, data.status]).to.deep.equal([201, 'not_started']);
    const seen = [];
    for (let read = 0; read < 4; read += 1) {
      seen.push((await client.get(`/jobs/${data.gid}`)).data.status);
    }
    expect(seen).to.deep.equal([
      'in_progress',
      'in_progress',
      'succeeded',
      'succeeded',
    ]);
    const { data: job } = await client.get(`/jobs/${data.gid}`);
    const copy = await client.get(`/projects/${job.new_project.gid}`);
    expect(copy.data.name).to.equal('Copy');
  });

  it('fails and makes nothing where the sandbox is told so', async () => {
    const client = connect({ failingJobs: ['duplicate_project'] });
    const before = client.asana.store.projects.size;
    const path = `/projects/${lake(client).gid}/duplicate`;
    const { data } = await client.post(path, { name: 'Copy' });
    await client.get(`/jobs/${data.gid}`);
    const { data: job } = await client.get(`/jobs/${data.gid}`);
    expect(job.status).to.equal('failed');
    expect(job).to.not.have.property('new_project');
    expect(client.asana.store.projects.size).to.equal(before);
  });

  it('succeeds where only jobs of another kind fail, unless all do', async () => {
    const endOf = async (failingJobs: 'all' | string[]) => {
      const client = connect({ failingJobs, jobPolls: 1 });
      const { gid } = await createTask(client);
      const { data } = await client.post(`/tasks/${gid}/duplicate`, {});
      return (await client.get(`/jobs/${data.gid}`)).data.status;
    };
    expect(await endOf(['duplicate_project'])).to.equal('succeeded');
    expect(await endOf('all')).to.equal('failed');
  });

  it('can be read by nobody but who started it', async () => {
    const client = connect();
    const { gid } = await createTask(client);
    const { data } = await client.post(`/tasks/${gid}/duplicate`, {});
    const { store } = client.asana;
    store.tokens.set('other', store.users.named('Joseph Okello')!);
    const { status } = await client.send('GET', `/jobs/${data.gid}`, {
      headers: { Authorization: 'Bearer other' },
    });
    expect(status).to.equal(403);
  });
});
