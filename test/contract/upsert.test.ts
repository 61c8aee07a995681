import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { execute, upsertTask } from '../../src/Adaptor.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('upsertTask under faults of the sandbox', () => {
  let sandbox: Sandbox;
  let project: string;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  const time = useFakeEnvironment();
  useCapturedConsole();

  const upsert = () =>
    execute(
      upsertTask(project, {
        externalId: 'name',
        data: { name: 'LR-1', notes: 'x', projects: [project] },
      })
    )({ configuration: sandbox.configuration });
  const names = () => sandbox.asana.store.tasks.all().map(({ name }) => name);
  const fail = (fault: Fault, times = 1) =>
    sandbox.faults.add({ match: { method: 'POST', times }, fault });
  const posts = () =>
    sandbox.requests.filter(({ method }) => method === 'POST').length;

  /** Lets the deadline pass as soon as the create hangs. */
  async function upsertAndExpire() {
    const upserting = upsert();
    upserting.catch(() => {});
    while (posts() === 0) await setImmediate();
    time.expire();
    return upserting;
  }

  for (const fault of [
    { type: 'reset-after' },
    { type: 'cut-short' },
    { type: 'truncated' },
    { type: 'error', status: 500, tookEffect: true },
    { type: 'error', status: 504, tookEffect: true },
  ] as const) {
    it(`finds the task that was made in spite of ${JSON.stringify(fault)}`, async () => {
      fail(fault);
      const { data, response } = await upsert();
      expect(names()).to.eql(['LR-1']);
      expect(data).to.include({ name: 'LR-1', notes: 'x' });
      expect(response.statusCode).to.equal(200);
      expect(posts()).to.equal(1);
    });
  }

  for (const fault of [
    { type: 'reset-before' },
    { type: 'error', status: 500 },
    { type: 'error', status: 502 },
  ] as const) {
    it(`makes the task once in spite of ${JSON.stringify(fault)}`, async () => {
      fail(fault, 2);
      const { response } = await upsert();
      expect(names()).to.eql(['LR-1']);
      expect(response.statusCode).to.equal(201);
      expect(posts()).to.equal(3);
    });
  }

  it('finds the task that was made when Asana hangs after that', async () => {
    fail({ type: 'hang', tookEffect: true });
    const { data } = await upsertAndExpire();
    expect(names()).to.eql(['LR-1']);
    expect(data.name).to.equal('LR-1');
    expect(posts()).to.equal(1);
  });

  it('sends nothing again when Asana hangs, and the next run makes one task', async () => {
    fail({ type: 'hang' });
    const error = await failureOf(upsertAndExpire);
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(error.fix).to.match(/^Run the job again/);
    expect(posts()).to.equal(1);
    await upsert();
    expect(names()).to.eql(['LR-1']);
  });

  it('says that it does not know when no attempt gets an answer, and the next run makes one task', async () => {
    fail({ type: 'reset-before' }, 3);
    const error = await failureOf(upsert);
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(names()).to.eql([]);
    await upsert();
    await upsert();
    expect(names()).to.eql(['LR-1']);
  });
});
