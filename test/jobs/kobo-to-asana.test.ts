import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { expectTasks } from '../../tools/demo/expected.js';
import { readSubmissions, type RemoteRecord } from '../../tools/demo/pages.js';
import { verifyBoard } from '../../tools/demo/verify.js';
import { useExample } from './example.js';

const jobs = new URL('../../examples/kobo-to-asana/jobs/', import.meta.url);

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

    const { fetched, created, superseded, failed } = summary;
    expect([fetched, created]).to.deep.equal([
      submissions.length,
      expected.length,
    ]);
    expect(created + superseded + failed).to.equal(fetched);
  });

  it('writes nothing when it runs again from the same cursor', async () => {
    const { sandbox } = example;
    const first = await run({ cursor });
    const before = await readBoard();
    const sent = sandbox.requests.length;
    const second = await run({ cursor });

    expect(first.summary.created).to.be.above(0);
    expect(second.summary).to.include({
      created: 0,
      updated: 0,
      unchanged: first.summary.created,
    });
    expect(
      sandbox.requests.slice(sent).filter(({ method }) => method !== 'GET')
    ).to.deep.equal([]);
    expect(await readBoard()).to.deep.equal(before);
  });

  it('has no gid of a field or an option in it', () => {
    for (const file of readdirSync(jobs)) {
      expect(readFileSync(new URL(file, jobs), 'utf8')).not.to.match(/\d{6}/);
    }
  });

  it('reads only what is new when it runs from where it ended', async () => {
    const first = await run({ cursor });
    example.sandbox.kobo.submit(example.form, { case_id: 'LR-2026-9999' });
    const { summary } = await run(first);

    // The newest of the first run is read again: another may share its second.
    expect([summary.fetched, summary.created]).to.deep.equal([2, 1]);
  });

  it('hands neither credentials nor responses from step to step', async () => {
    await run({});

    expect(example.steps.map(({ id }) => id)).to.deep.equal([
      'fetch-submissions',
      'write-tasks',
      'report',
    ]);
    for (const { state } of example.steps) {
      expect(state).not.to.have.any.keys('configuration', 'response');
      expectNoToken(state);
    }
  });

  it('writes the other tasks when Asana refuses one, and names it', async () => {
    refuseOneTask();
    const { errors, summary, ...state } = await run({ cursor });
    const refused = state.failed.filter(({ code }) => code === 'REFUSED');

    expect(example.steps.at(-1)).to.include({ id: 'report', ok: false });
    expect(errors).to.have.all.keys('report');
    expect(refused).to.have.length(1);
    expect(await readBoard()).to.have.length(summary.created);
    expect(summary.created).to.be.above(1);
    expect(example.log.join('\n')).to.match(
      /POST \/tasks: 400 – name: Too long[^]*\nSubmissions: \d+$/
    );
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

    expect(example.steps.at(-1)).to.include({ id: 'report', ok: true });
  });

  it('stops at once when the token is wrong, and says what to do', async () => {
    const { log, steps } = example;
    const token = 'a-token-that-is-wrong';
    const state = await run({ cursor }, { asana: { token } });
    const { details } = state.errors!['write-tasks']!;

    expect(details).to.include({ statusCode: 401 });
    expect(log.join('\n')).to.include(String(details.fix));
    expect(steps.map(({ id }) => id)).to.deep.equal([
      'fetch-submissions',
      'write-tasks',
      'report',
    ]);
    expectNoToken([state, log, steps], token);
  });

  it('names a photo that KoboToolbox does not give out, and attaches it later', async () => {
    const { sandbox } = example;
    const since = await cursorBeforePhotos();
    sandbox.faults.add({
      match: { path: /\/attachments\/att/ },
      fault: { type: 'error', status: 403, message: 'Forbidden' },
    });
    const failed = await run({ cursor: since });
    sandbox.faults.clear();
    const mended = await run(failed);

    expect(failed.cursor).to.equal(since);
    expect(failed.failed.map(({ code }) => code)).to.include('SOURCE_FAILED');
    const log = example.log.join('\n');
    expect(log).to.match(/\/attachments\/att\w+\/ could not be read: 403/);
    expect(log).to.match(/Is koboToken in the credential of step 2/);
    expect(mended.errors).to.equal(undefined);
    expect(mended.summary.created).to.equal(0);
    expect(photosIn(await readBoard())).not.to.deep.equal([]);
    expectNoToken([failed, mended, example.log, example.steps]);
  });

  it('writes nothing and stays where it is in a dry run', async () => {
    const { sandbox } = example;
    example.change(['dryRun: false', 'dryRun: true']);
    const { summary, cursor: after, errors } = await run({ cursor });

    expect(summary.created).to.be.above(0);
    expect([after, errors]).to.deep.equal([cursor, undefined]);
    expect(
      sandbox.requests.filter(({ method }) => method !== 'GET')
    ).to.deep.equal([]);
  });

  it('leaves photos in KoboToolbox without its key in the credential', async () => {
    const since = await cursorBeforePhotos();
    const { errors } = await run(
      { cursor: since },
      { asana: { koboToken: undefined } }
    );

    expect(errors).to.equal(undefined);
    expect(photosIn(await readBoard())).to.deep.equal([]);
  });

  /** The last photo is in the first submission that a run reads. */
  const cursorBeforePhotos = async (): Promise<string> => {
    const { sandbox, form } = example;
    const submissions = await readSubmissions(sandbox.kobo, form);
    const last = submissions.findLast(
      ({ _attachments, case_id, consent }) =>
        (_attachments as unknown[]).length > 0 &&
        consent === 'yes' &&
        typeof case_id === 'string' &&
        case_id.trim() !== ''
    );
    return String(last!._submission_time);
  };

  const photosIn = (tasks: readonly RemoteRecord[]) =>
    tasks.flatMap(({ photos }) => photos as string[]);

  const expectNoToken = (value: unknown, ...more: string[]) => {
    const { sandbox } = example;
    const text = JSON.stringify(value);
    for (const secret of [sandbox.token, sandbox.kobo.token, ...more]) {
      expect(text).not.to.have.string(secret);
    }
  };
});
