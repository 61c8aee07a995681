import { expect } from 'chai';
import { DemoError } from '../../../tools/demo/demo-error.js';
import { runTwoWayDemo } from '../../../tools/demo/two-way.js';
import type { TwoWayResult } from '../../../tools/demo/two-way-run.js';
import { toTwoWayTable } from '../../../tools/demo/two-way-table.js';
import { verifyBothSides } from '../../../tools/demo/two-way-verify.js';
import { ensureBuilt } from '../../jobs/built-adaptor.js';

describe('the demo of both directions', function () {
  // It runs whole workflows, on whatever machine there is.
  this.timeout(60_000);

  before(ensureBuilt);

  it('carries both ways, and ends with a run that writes nothing', async () => {
    let output = '';
    await runTwoWayDemo(text => {
      output += text;
    });
    expect(output.match(/ {2}right: \d+ tasks/g)).to.have.length(4);
    expect(output).to.match(/^an hour later +\| +5 +1 +4 \|/m);
    expect(output).to.match(/^three hours later .*\| +0 +0 \| +\d+ +[\d.]+$/m);
    expect(output).to.match(/the last run wrote nothing\.\n$/);
  });
});

describe('the comparison of both sides', () => {
  const submission = (uid?: string) => ({
    _id: 12,
    case_id: 'LR-1',
    category: 'water',
    severity: 'low',
    description: 'Dry.',
    consent: 'yes',
    _validation_status: uid ? { uid } : {},
  });
  const task = (values: Record<string, string>, more: object = {}) => ({
    name: 'LR-1',
    notes: 'Dry.',
    completed: false,
    custom_fields: Object.entries({
      Category: 'Water',
      Severity: 'Low',
      'Amount claimed': '',
      Submission: 'aForm/12',
      ...values,
    }).map(([name, display_value]) => ({ name, display_value })),
    ...more,
  });
  const compare = (
    uid: string | undefined,
    ...tasks: ReturnType<typeof task>[]
  ) => verifyBothSides('the board', [submission(uid)], tasks);

  it('counts the decisions that have arrived', () => {
    expect(compare(undefined, task({}))).to.deep.equal({});
    expect(
      compare('validation_status_on_hold', task({ Decision: 'On hold' }))
    ).to.deep.equal({ validation_status_on_hold: 1 });
    expect(
      compare('validation_status_approved', task({}, { completed: true }))
    ).to.deep.equal({ validation_status_approved: 1 });
  });

  const differences: [
    what: string,
    uid: string | undefined,
    tasks: ReturnType<typeof task>[],
    message: RegExp,
  ][] = [
    [
      'a status that is not what was decided',
      'validation_status_approved',
      [task({ Decision: 'On hold' })],
      /status "validation_status_approved", and not "validation_status_on_hold"/,
    ],
    [
      'a decision that has not arrived',
      undefined,
      [task({}, { completed: true })],
      /status "undefined", and not "validation_status_approved"/,
    ],
    [
      'an answer that is another one',
      undefined,
      [task({ Severity: 'High' })],
      /The field "Severity" of LR-1/,
    ],
    [
      'a task that names no submission',
      undefined,
      [task({ Submission: '' })],
      /LR-1 names no submission/,
    ],
    ['a case with two tasks', undefined, [task({}), task({})], /1 tasks twice/],
    ['a case without a task', undefined, [], /no task for LR-1/],
  ];

  for (const [what, uid, tasks, message] of differences) {
    it(`finds ${what}`, () => {
      expect(() => compare(uid, ...tasks)).to.throw(DemoError, message);
    });
  }
});

describe('the table of both directions', () => {
  const result: TwoWayResult = {
    title: 'first',
    state: {
      toAsana: {
        read: 52,
        created: 51,
        updated: 1,
        unchanged: 0,
        failed: 0,
        remaining: 0,
      },
      fromAsana: { changed: 9, gone: 0 },
      toKobo: {
        set: { validation_status_approved: 12 },
        cleared: 3,
        putBack: [],
      },
    },
    requests: 60,
    writes: { asana: 53, kobo: 2 },
    seconds: 1.26,
    warnings: [],
  };

  it('says for each run what went where', () => {
    const lines = toTwoWayTable([result, result]).split('\n');
    expect(lines).to.have.length(5);
    expect(lines[0]).to.match(/Kobo to Asana .*Asana to Kobo .*writes to/);
    expect(lines[3]!.replace(/ +/g, ' ')).to.equal(
      'first | 52 51 1 | 9 12 0 0 3 | 53 2 | 60 1.3'
    );
    expect(lines[4]).to.equal(lines[3]);
  });
});
