import { expect } from 'chai';
import { execute, upsertTask } from '../../src/Adaptor.js';
import type { State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('upsertTask in doubt about its create', () => {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  useCapturedConsole();

  const data = { name: 'LR-1', notes: 'x', projects: ['9'] };
  const run = (row: object = data, callback?: () => void): Promise<State> =>
    execute(upsertTask('9', { externalId: 'name', data: row }, callback))({
      configuration: freshConfiguration(),
    });

  const failed = { status: 500, body: { errors: [{ message: 'Oh' }] } };
  const nothing = { body: { data: [] } };
  /** All the looks after an attempt. */
  const nowhere = [nothing, nothing, nothing, nothing];
  const there = { body: { data: [{ gid: '7', name: 'LR-1' }] } };
  const full = { body: { data: { gid: '7', name: 'LR-1', notes: 'x' } } };
  const created = { status: 201, body: full.body };
  const sent = () =>
    asana.requests.map(({ method, path }) => `${method} ${path.slice(8)}`);

  it('finds the task, and has it in data as if it had been answered', async () => {
    asana.answer(nothing, failed, there, full);
    const { data: task, response, references } = await run();
    expect(task).to.eql(full.body.data);
    expect(response.statusCode).to.equal(200);
    expect(references).to.eql([null]);
    expect(sent()).to.eql([
      'GET /projects/9/tasks',
      'POST /tasks',
      'GET /projects/9/tasks',
      'GET /tasks/7',
    ]);
    expect(time.sleeps).to.eql([2000]);
  });

  it('creates the task when it is not there', async () => {
    asana.answer(nothing, failed, ...nowhere, created);
    const { data: task, response } = await run();
    expect(task).to.eql(full.body.data);
    expect(response.statusCode).to.equal(201);
    expect(sent()).to.eql([
      'GET /projects/9/tasks',
      'POST /tasks',
      ...nowhere.map(() => 'GET /projects/9/tasks'),
      'POST /tasks',
    ]);
  });

  it('calls the callback once, with the answer that counts', async () => {
    asana.answer(nothing, failed, there, full);
    let calls = 0;
    await run(data, () => void calls++);
    expect(calls).to.equal(1);
  });

  it('tells the job after three attempts, with advice of its own', async () => {
    const again = [failed, ...nowhere];
    asana.answer(nothing, ...again, ...again, ...again);
    const error = await failureOf(() => run());
    expect(error).to.include({ code: 'AMBIGUOUS_WRITE', statusCode: 500 });
    expect(error.message).to.equal('POST /tasks: 500 – Oh');
    expect(error.description).to.include('could not be found afterwards');
    expect(error.fix).to.match(/^Run the job again/);
  });

  it('sends nothing again where the task would not be found in the project', async () => {
    asana.answer(nothing, failed);
    const error = await failureOf(() => run({ name: 'LR-1', workspace: '2' }));
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(error.fix).to.include('projects: ["9"]');
    expect(sent()).to.have.length(2);
  });

  it('looks for nothing when Asana refuses the task', async () => {
    asana.answer(nothing, {
      status: 400,
      body: { errors: [{ message: 'name: Too long' }] },
    });
    const error = await failureOf(() => run());
    expect(error.code).to.equal('REFUSED');
    expect(sent()).to.have.length(2);
  });
});
