import { expect } from 'chai';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import { useExample, type Final } from './example.js';

describe('the input of the example', function () {
  // Each runs a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  const example = useExample();
  const { cursor, run } = example;

  const expectFailure = ({ errors }: Final, message: RegExp) => {
    expect(errors?.['fetch-submissions']?.message).to.match(message);
    expect(example.log.join('\n')).to.match(message);
    expect(example.steps.map(({ id, ok }) => ({ id, ok }))).to.deep.equal([
      { id: 'fetch-submissions', ok: false },
      { id: 'report', ok: false },
    ]);
  };

  const refusals: [what: string, state: JsonObject, message: RegExp][] = [
    [
      'a cursor in another order',
      { cursor: '01/05/2026' },
      /"cursor" of the input is "01\/05\/2026", but must be a time in UTC such as/,
    ],
    [
      'a cursor with day and month exchanged',
      { cursor: '2026-31-01' },
      /"cursor" of the input is "2026-31-01", but must be/,
    ],
    [
      'a cursor of another time zone',
      { cursor: '2026-05-01T06:00:00+03:00' },
      /"cursor".*must be a time in UTC/,
    ],
    [
      'the address of a project',
      { project: 'https://app.asana.com/0/1201382240880000/list' },
      /"project".*must be the name of the project in Asana, or its gid/,
    ],
    [
      'the address of a form',
      { form: 'https://kf.kobotoolbox.org/#/forms/aB1/summary' },
      /"form".*must be the uid: what follows \/forms\//,
    ],
    [
      'no form at all',
      { form: undefined },
      /"form" of the input is missing, but must be the uid/,
    ],
  ];

  for (const [what, state, message] of refusals) {
    it(`is refused before anything is sent if it has ${what}`, async () => {
      expectFailure(await run(state), message);
      expect(example.sandbox.requests).to.deep.equal([]);
    });
  }

  const cursors = [
    '2026-05-08',
    '2026-05-08T00:00',
    '2026-05-08T00:00:00.000Z',
    '2026-05-08T00:00:00+00:00',
  ];

  for (const text of cursors) {
    it(`may have the cursor ${text}`, async () => {
      const { summary } = await run({ cursor: text });
      expect(summary.fetched).to.be.within(1, 20);
    });
  }

  it('may have no cursor: then everything is read', async () => {
    const { summary } = await run({ cursor: '' });
    expect(summary.fetched).to.equal(110);
  });

  it('may have the project as a number, or by its name', async () => {
    const numbered = await run({ cursor, project: Number(example.project) });
    const named = await run({ cursor, project: 'grievances – lake region' });

    expect(numbered.summary.created).to.be.above(0);
    expect(named.summary).to.include({
      created: 0,
      unchanged: numbered.summary.created,
    });
  });

  it('leads to the name of the project if Asana has none like that', async () => {
    const { errors } = await run({ cursor, project: 'Grievances - Lake' });
    const { message, details } = errors!['write-tasks']!;

    expect(message).to.match(/there is no project "Grievances - Lake"/);
    expect(details.fix).to.match(/Did you mean "Grievances – Lake Region"/);
    expect(example.log.join('\n')).to.include(String(details.fix));
  });

  it('has the questions of the form listed, for who makes a job for it', async () => {
    await run({ cursor });
    const line = example.log.find(text => / submissions since /.test(text));

    expect(line).to.match(/with answers to: .*case_id, .*village/);
    expect(line).not.to.match(/_submission_time|meta\/|formhub/);
  });

  it('leads to the form if KoboToolbox does not have it', async () => {
    expectFailure(
      await run({ form: 'aNowhere' }),
      /404.*It has no such form.*Check "form" in the input/
    );
  });

  it('leads to the API key if KoboToolbox does not know it', async () => {
    const access_token = 'a-key-that-is-wrong';
    const final = await run({}, { kobo: { access_token } });

    expectFailure(final, /401.*does not know the API key.*access_token/);
    expect(JSON.stringify([final, example.log])).not.to.include(access_token);
  });

  it('leads to baseUrl if nothing answers there', async () => {
    // No service can listen on this port.
    expectFailure(
      await run({}, { kobo: { baseUrl: 'http://127.0.0.1:1' } }),
      /gave no submissions \(.*ECONNREFUSED.*\)\. Check baseUrl/
    );
  });

  it('leads to baseUrl if something else than KoboToolbox answers', async () => {
    example.sandbox.faults.add({
      match: { path: /\/data\// },
      fault: { type: 'error', status: 200, body: 'html' },
    });
    expectFailure(await run({}), /not what KoboToolbox sends.*Check baseUrl/);
  });
});
