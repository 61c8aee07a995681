import { expect } from 'chai';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { expectTasks } from '../../tools/demo/expected.js';
import {
  readAsanaList,
  readSubmissions,
  type RemoteRecord,
} from '../../tools/demo/pages.js';
import { taskFields, verifyBoard } from '../../tools/demo/verify.js';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import {
  runWorkflow,
  type StepReport,
} from '../../tools/workflow/run-workflow.js';
import { ensureBuilt } from './built-adaptor.js';

const file = fileURLToPath(
  new URL('../../examples/kobo-to-asana/workflow.json', import.meta.url)
);

interface Final extends JsonObject {
  cursor: string;
  summary: {
    fetched: number;
    created: number;
    updated: number;
    skipped: number[];
    superseded: number;
  };
  errors?: Record<
    string,
    { name: string; message: string; details: Record<string, unknown> }
  >;
}

describe('the example from KoboToolbox to Asana', function () {
  // Each runs a process or a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  let sandbox: Sandbox;
  let form: string;
  let project: string;
  let steps: StepReport[];
  let log: string[];
  /** So late that few submissions follow it. */
  const cursor = '2026-05-08T00:00:00';

  before(async () => {
    ensureBuilt();
    sandbox = await startSandbox();
    form = sandbox.kobo.forms[0]!.uid;
  });
  after(() => sandbox.close());

  beforeEach(async () => {
    sandbox.reset();
    const projects = await readAsanaList(sandbox, '/projects', 'name');
    project = String(projects[0]!.gid);
    steps = [];
    log = [];
  });

  const run = (state: JsonObject, asana: JsonObject = {}) =>
    runWorkflow({
      file,
      state: { form, project, ...state },
      credentials: {
        kobo: { baseUrl: sandbox.kobo.url, access_token: sandbox.kobo.token },
        asana: { ...sandbox.configuration, ...asana },
      },
      onEnd: report => steps.push(report),
      onLog: ({ text }) => log.push(text),
    }) as Promise<Final>;

  const readBoard = () =>
    readAsanaList(sandbox, `/projects/${project}/tasks`, taskFields);

  const refuseOneTask = () =>
    sandbox.faults.add({
      match: { method: 'POST', path: '/tasks', nth: 2 },
      fault: { type: 'error', status: 400, message: 'name: Too long' },
    });

  it('makes one task of each case, as it was sent last', async () => {
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
    sandbox.kobo.submit(form, { case_id: 'LR-2026-9999' });
    const { summary } = await run(first);

    // The newest of the first run is read again: another may share its second.
    expect([summary.fetched, summary.created]).to.deep.equal([2, 1]);
  });

  it('skips and lists what has no case number, and remembers it', async () => {
    const id = sandbox.kobo.submit(form, { case_id: ' ' });
    const { summary } = await run({ cursor });

    expect(summary.skipped).to.include(id);
    expect(log.join('\n')).to.include(String(id));
  });

  it('leaves out what does not fit the board, and notes it', async () => {
    sandbox.kobo.submit(form, {
      case_id: 'LR-2026-9999',
      category: 'flood_damage',
      channels: 'radio pigeon phone',
      reported_on: '31/02/2026',
      amount_claimed: '1,250',
    });
    await run({ cursor });
    const task = taskNamed(await readBoard(), 'LR-2026-9999');

    expect(shownValues(task)).to.deep.include({
      Category: null,
      'Reported on': null,
      'Amount claimed': null,
    });
    expect(shownValues(task).Channels).to.have.string('Radio');
    expect(shownValues(task).Channels).to.have.string('Phone');
    for (const left of [
      'Category = flood_damage',
      'Channels = pigeon',
      'Reported on = 31/02/2026',
      'Amount claimed = 1,250',
    ]) {
      expect(task.notes).to.have.string(`Not on the board: ${left}`);
    }
  });

  it('does not copy a report that the person did not agree to share', async () => {
    sandbox.kobo.submit(form, {
      case_id: 'LR-2026-9999',
      description: 'What nobody else should read',
      consent: 'no',
    });
    await run({ cursor });
    const { notes } = taskNamed(await readBoard(), 'LR-2026-9999');

    expect(notes).to.have.string('did not agree to share');
    expect(notes).not.to.have.string('nobody else');
  });

  it('hands neither credentials nor responses from step to step', async () => {
    await run({ cursor });

    expect(steps.map(({ id }) => id)).to.deep.equal([
      'fetch-submissions',
      'read-board',
      'map-tasks',
      'write-tasks',
      'report-success',
    ]);
    for (const { state } of steps) {
      expect(state).not.to.have.any.keys('configuration', 'response');
      expectNoToken(state);
    }
  });

  it('writes the other tasks when Asana refuses one, and names it', async () => {
    refuseOneTask();
    const { errors, ...state } = await run({ cursor });
    const { name, details } = errors!['write-tasks']!;

    expect(steps.at(-1)).to.include({ id: 'report-failure', ok: false });
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
    expect(log.join('\n')).to.match(/Refused: \S+: POST \/tasks: 400/);
  });

  it('keeps the cursor after a failure, and makes up for it next time', async () => {
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

    expect(steps.at(-1)).to.include({ id: 'report-success', ok: true });
  });

  it('does not go on where every task would fail', async () => {
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
    const token = 'a-token-that-is-wrong';
    const state = await run({ cursor }, { token });
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
    const text = JSON.stringify(value);
    for (const secret of [sandbox.token, sandbox.kobo.token, ...more]) {
      expect(text).not.to.have.string(secret);
    }
  };
});

const taskNamed = (tasks: RemoteRecord[], name: string): RemoteRecord => {
  const task = tasks.find(found => found.name === name);
  if (!task) throw new Error(`There is no task ${name}.`);
  return task;
};

const shownValues = (task: RemoteRecord): Record<string, string | null> =>
  Object.fromEntries(
    (
      task.custom_fields as { name: string; display_value: string | null }[]
    ).map(({ name, display_value }) => [name, display_value])
  );
