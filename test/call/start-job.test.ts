import { expect } from 'chai';
import { startJob } from '../../src/call/start-job.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

const job = (status: string) => ({ body: { data: { gid: '9', status } } });
const started = { ...job('not_started'), status: 201 };

describe('an operation that starts a job', () => {
  const { asana, time, run } = useFakeRun();

  const duplicate = (options?: object, params?: object) =>
    run(startJob('duplicateTask', ['7'], { name: 'Copy' }, params, options));

  it('does not wait for it unless it is told to', async () => {
    asana.answer(started);
    const { data } = await duplicate();
    expect(data).to.eql({ gid: '9', status: 'not_started' });
    expect(asana.requests).to.eql([
      {
        method: 'POST',
        path: '/api/1.0/tasks/7/duplicate',
        body: { data: { name: 'Copy' } },
      },
    ]);
  });

  it('looks less and less often until the job has succeeded', async () => {
    asana.answer(
      started,
      job('not_started'),
      job('in_progress'),
      job('succeeded')
    );
    const { data, references } = await duplicate({ wait: true });
    expect(data).to.eql({ gid: '9', status: 'succeeded' });
    expect(references).to.have.length(1);
    expect(time.sleeps).to.eql([1000, 1500, 2250]);
    expect(asana.requests.slice(1).map(({ path }) => path)).to.eql(
      Array(3).fill('/api/1.0/jobs/9')
    );
  });

  it('sees how far it is, whatever fields the job in OpenFn wants', async () => {
    asana.answer(started, job('succeeded'));
    await duplicate({ wait: true }, { opt_fields: 'new_task.name' });
    expect(asana.requests[1]!.query).to.eql({
      opt_fields: 'new_task.name,status',
    });
  });

  it('fails where Asana names no job to wait for', async () => {
    for (const data of [null, {}]) {
      asana.answer({ status: 201, body: { data } });
      const error = await failureOf(() => duplicate({ wait: true }));
      expect(error.message).to.include('the gid of the job');
    }
  });

  it('fails when the job has failed', async () => {
    asana.answer(started, job('failed'));
    const error = await failureOf(() => duplicate({ wait: true }));
    expect(error).to.include({ code: 'JOB_FAILED', job: '9' });
    expect(error.message).to.equal(
      'tasks.duplicateTask: Asana started job 9, but it failed'
    );
  });

  it('says how to look later when the time is over, and starts nothing again', async () => {
    asana.answer(started, job('in_progress'), job('in_progress'));
    const error = await failureOf(() => duplicate({ wait: 2 }));
    expect(error.code).to.equal('JOB_UNFINISHED');
    expect(error.fix).to.include('jobs.getJob("9")');
    expect(time.sleeps).to.eql([1000, 1000]);
  });

  it('looks at an export of an organization where that tells how far it is', async () => {
    const stage = (state: string) => ({ body: { data: { gid: '9', state } } });
    asana.answer(stage('pending'), stage('started'), stage('finished'));
    const { data } = await run(
      startJob(
        'createOrganizationExport',
        [],
        { organization: '1' },
        undefined,
        {
          wait: true,
        }
      )
    );
    expect(data.state).to.equal('finished');
    expect(asana.requests[2]!.path).to.equal('/api/1.0/organization_exports/9');
  });

  it('says where the options go when they stand in the query', async () => {
    const error = await failureOf(() => duplicate(undefined, { wait: true }));
    expect(error.fix).to.include(
      'tasks.duplicateTask(taskGid, { … }, {}, { wait: true })'
    );
    expect(asana.requests).to.eql([]);
  });

  for (const options of [{ wait: 0 }, { wait: 'long' }, { await: true }]) {
    it(`starts nothing with ${JSON.stringify(options)}`, async () => {
      const error = await failureOf(() => duplicate(options));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(asana.requests).to.eql([]);
    });
  }
});
