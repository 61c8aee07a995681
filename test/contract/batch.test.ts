import { expect } from 'chai';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { batch, execute } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { makeTasks } from './make-tasks.js';

describe('batch against the sandbox', () => {
  let sandbox: Sandbox;
  let project: string;
  let gids: string[];
  const time = useFakeEnvironment();
  useCapturedConsole();

  const start = async (options: SandboxOptions = {}) => {
    sandbox = await startSandbox(options);
    project = sandbox.asana.store.projects.all()[0]!.gid;
    gids = await makeTasks(
      sandbox,
      project,
      Array.from({ length: 12 }, (_, index) => `Pump ${index}`)
    );
  };
  afterEach(() => sandbox.close());

  const run = (...operations: Operation[]): Promise<State> =>
    execute(...operations)({ configuration: sandbox.configuration });
  const names = () => sandbox.asana.store.tasks.all().map(({ name }) => name);
  const batches = () => sandbox.requests.length;
  const statuses = ({ data }: State) =>
    (data as { statusCode: number }[]).map(({ statusCode }) => statusCode);

  /** The clock of the sandbox goes on with the waits of the adaptor. */
  const slept = () => time.sleeps.reduce((sum, sleep) => sum + sleep, 0);

  const create = (name: string) => ({
    method: 'POST',
    path: '/tasks',
    data: { name, projects: [project] },
  });
  const complete = (gid: string) => ({
    method: 'PUT',
    path: `/tasks/${gid}`,
    data: { completed: true },
    params: { opt_fields: 'completed' },
  });

  /** Twenty-five of all kinds. */
  const mixed = () => [
    ...gids.slice(0, 10).map(complete),
    ...Array.from({ length: 12 }, (_, index) => create(`New ${index}`)),
    { method: 'DELETE', path: `/tasks/${gids[10]}` },
    { path: `/tasks/${gids[11]}`, params: { opt_fields: ['name'] } },
    { path: `/projects/${project}/sections`, params: { limit: 1 } },
  ];

  it('carries out 25 requests of all kinds in three batches, with the results in order', async () => {
    await start();
    const { data } = await run(batch(mixed()));
    expect(batches()).to.equal(3);
    expect(data.slice(0, 10)).to.eql(
      gids.slice(0, 10).map(gid => ({
        statusCode: 200,
        data: { gid, completed: true },
      }))
    );
    for (const [index, result] of data.slice(10, 22).entries()) {
      expect(result).to.have.property('statusCode', 201);
      expect(result.data).to.include({ name: `New ${index}` });
      expect(result.headers.location).to.include(result.data.gid);
    }
    expect(data[22]).to.eql({ statusCode: 200, data: {} });
    expect(data[23]).to.eql({
      statusCode: 200,
      data: { gid: gids[11], name: 'Pump 11' },
    });
    expect(data[24].data).to.have.length(1);
    expect(data[24].next_page).to.have.property('offset');
  });

  it('tells what went wrong with each request, in the words of Asana', async () => {
    await start();
    const requests = [
      create('Fine'),
      { path: '/tasks/1199999999999999' },
      { method: 'POST', path: '/tasks', data: { name: 'Homeless' } },
    ];
    const { data } = await run(batch(requests, { failOnError: false }));
    expect(statuses({ data })).to.eql([201, 404, 400]);
    expect(data[1].error.message).to.match(
      /^GET \/tasks\/1199999999999999: 404/
    );
    expect(data[2].error.fix).to.include('projects: [');
    const error = await failureOf(() => run(batch(requests)));
    expect(error.code).to.equal('BATCH_FAILED');
    expect(error.results).to.have.length(3);
  });

  it('gets through 60 requests where 30 a minute are allowed', async () => {
    await start({ requestsPerMinute: 30, now: () => Date.now() + slept() });
    const state = await run(
      batch(Array.from({ length: 60 }, (_, index) => create(`Row ${index}`)))
    );
    expect(statuses(state)).to.eql(Array.from({ length: 60 }, () => 201));
    const rows = names().filter(name => name.startsWith('Row '));
    expect(rows).to.have.length(60);
    expect(new Set(rows).size).to.equal(60);
  });

  it('repeats what is safe and doubts the creates when the connection breaks after the effect', async () => {
    await start();
    sandbox.faults.add({
      match: { path: '/batch', nth: 2 },
      fault: { type: 'reset-after' },
    });
    const { data } = await run(batch(mixed(), { failOnError: false }));
    const inDoubt = (data as State['data'][]).filter(({ error }) => error);
    expect(inDoubt.map(({ error }) => error.code)).to.eql(
      Array.from({ length: inDoubt.length }, () => 'AMBIGUOUS_WRITE')
    );
    expect(inDoubt.every(({ error }) => error.method === 'POST')).to.be.true;
    expect(names().filter(name => name.startsWith('New '))).to.have.length(12);
  });

  for (const fault of [
    { type: 'error', status: 500, tookEffect: true },
    { type: 'error', status: 502, tookEffect: true },
    { type: 'reset-after' },
    { type: 'reset-before' },
    { type: 'truncated' },
    { type: 'cut-short' },
  ] as const) {
    it(`updates and deletes all the same after ${JSON.stringify(fault)}`, async () => {
      await start();
      sandbox.faults.add({ match: { path: '/batch', times: 2 }, fault });
      const state = await run(
        batch([
          ...gids.slice(0, 8).map(complete),
          { method: 'DELETE', path: `/tasks/${gids[8]}` },
        ])
      );
      expect(statuses(state)).to.eql(Array.from({ length: 9 }, () => 200));
      expect(batches()).to.equal(3);
    });
  }

  it('creates each task once when a batch is answered with a 429', async () => {
    await start();
    sandbox.faults.add({
      match: { path: '/batch', times: 3 },
      fault: { type: 'rate-limit', retryAfter: 2 },
    });
    const state = await run(batch([create('A'), create('B')]));
    expect(statuses(state)).to.eql([201, 201]);
    expect(names().filter(name => name.length === 1)).to.eql(['A', 'B']);
  });
});
