import { expect } from 'chai';
import { expectTasks } from '../../tools/demo/expected.js';
import { readSubmissions } from '../../tools/demo/pages.js';
import { verifyBoard } from '../../tools/demo/verify.js';
import { useExample } from './example.js';

describe('the example from KoboToolbox to Asana', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run, readBoard } = example;

  const refuseOneTask = () =>
    example.sandbox.faults.add({
      match: { method: 'POST', path: '/tasks', nth: 2 },
      fault: { type: 'error', status: 400, message: 'name: Too long' },
    });

  it('makes one task of each case, as it was sent last', async () => {
    const { sandbox, form } = example;
    const { summary } = await run({});
    const submissions = await readSubmissions(sandbox.kobo, form);
    const expected = expectTasks(submissions);
    verifyBoard('the board', expected, await readBoard());

    const { fetched, created, updated, skipped, superseded } = summary;
    expect([fetched, created, updated]).to.deep.equal([
      submissions.length,
      expected.length,
      0,
    ]);
    expect(created + skipped.length + superseded).to.equal(fetched);
  });

  it('creates nothing when it runs again from the same cursor', async () => {
    const first = await run({ cursor });
    const before = await readBoard();
    const second = await run({ cursor });

    expect(first.summary.created).to.be.above(0);
    expect([second.summary.created, second.summary.updated]).to.deep.equal([
      0,
      first.summary.created,
    ]);
    expect(await readBoard()).to.deep.equal(before);
  });

  it('reads only what is new when it runs from where it ended', async () => {
    const first = await run({ cursor });
    example.sandbox.kobo.submit(example.form, { case_id: 'LR-2026-9999' });
    const { summary } = await run(first);

    // The newest of the first run is read again: another may share its second.
    expect([summary.fetched, summary.created]).to.deep.equal([2, 1]);
  });

  it('hands neither credentials nor responses from step to step', async () => {
    await run({ cursor });

    expect(example.steps.map(({ id }) => id)).to.deep.equal([
      'fetch-submissions',
      'read-board',
      'map-tasks',
      'write-tasks',
      'report-success',
    ]);
    for (const { state } of example.steps) {
      expect(state).not.to.have.any.keys('configuration', 'response');
      expectNoToken(state);
    }
  });

  it('writes the other tasks when Asana refuses one, and names it', async () => {
    refuseOneTask();
    const { errors, ...state } = await run({ cursor });
    const { name, details } = errors!['write-tasks']!;

    expect(example.steps.at(-1)).to.include({
      id: 'report-failure',
      ok: false,
    });
    expect(name).to.equal('AdaptorError');
    expect(details).to.deep.include({
      statusCode: 400,
      method: 'POST',
      path: '/tasks',
      messages: ['name: Too long'],
    });
    expect(details.refused).to.have.length(1);
    expect(await readBoard()).to.have.length(Number(details.created));
    expect(state.tasks).to.have.length(Number(details.created) + 1);
    expect(example.log.join('\n')).to.match(/Refused: \S+: POST \/tasks: 400/);
  });

  it('keeps the cursor after a failure, and makes up for it next time', async () => {
    const { sandbox, form } = example;
    refuseOneTask();
    const failed = await run({ cursor });
    sandbox.faults.clear();
    const { errors, summary, ...next } = await run(failed);

    expect(failed.cursor).to.equal(cursor);
    expect(errors).to.equal(undefined);
    expect(summary.created).to.equal(1);
    const times = (await readSubmissions(sandbox.kobo, form)).map(
      ({ _submission_time }) => String(_submission_time)
    );
    expect(next.cursor).to.equal(times.sort().at(-1));
  });

  it('forgets the errors that an earlier run has left in its state', async () => {
    const errors = { 'fetch-submissions': { message: 'Out of network' } };
    await run({ cursor, errors });

    expect(example.steps.at(-1)).to.include({ id: 'report-success', ok: true });
  });

  it('does not go on where every task would fail', async () => {
    const { sandbox } = example;
    sandbox.faults.add({
      match: { method: 'POST', path: '/tasks' },
      fault: { type: 'error', status: 403, message: 'Forbidden' },
    });
    const { errors } = await run({ cursor });
    const attempts = sandbox.requests.filter(({ method }) => method === 'POST');

    expect(errors!['write-tasks']!.details).to.include({ statusCode: 403 });
    expect(attempts).to.have.length(1);
  });

  it('stops at once when the token is wrong, and says what to do', async () => {
    const { log, steps } = example;
    const token = 'a-token-that-is-wrong';
    const state = await run({ cursor }, { asana: { token } });
    const { details } = state.errors!['read-board']!;

    expect(details).to.include({ statusCode: 401 });
    expect(log.join('\n')).to.include(String(details.fix));
    expect(steps.map(({ id }) => id)).to.deep.equal([
      'fetch-submissions',
      'read-board',
      'report-failure',
    ]);
    expectNoToken([state, log, steps], token);
  });

  const expectNoToken = (value: unknown, ...more: string[]) => {
    const { sandbox } = example;
    const text = JSON.stringify(value);
    for (const secret of [sandbox.token, sandbox.kobo.token, ...more]) {
      expect(text).not.to.have.string(secret);
    }
  };
});
