import { expect } from 'chai';
import * as util from '../src/util.js';
import { failureOf } from './support/failure-of.js';

const task = {
  gid: '1',
  name: 'Pump',
  assignee: { gid: '7', name: 'Ann' },
  due_on: null,
  tags: [
    { gid: '8', name: 'urgent' },
    { gid: '9', name: 'photo' },
  ],
  custom_fields: [
    { name: 'Severity', resource_subtype: 'enum', display_value: 'High' },
    { name: 'Empty', resource_subtype: 'text', display_value: null },
    { name: 'Amount', type: 'number', number_value: 0, display_value: '0.00' },
    {
      name: 'Channels',
      resource_subtype: 'multi_enum',
      multi_enum_values: [{ name: 'Phone' }, { name: 'Radio' }],
    },
    {
      name: 'Reported on',
      resource_subtype: 'date',
      date_value: { date: '2026-03-05', date_time: null },
    },
    {
      name: 'Case worker',
      resource_subtype: 'people',
      people_value: [{ gid: '7' }],
    },
  ],
};

describe('util.field', () => {
  for (const [name, value] of [
    ['Severity', 'High'],
    ['Empty', null],
    ['Amount', 0],
    ['Channels', ['Phone', 'Radio']],
    ['Reported on', '2026-03-05'],
    ['Case worker', ['7']],
    ['severity', 'High'],
    ['Unknown', undefined],
  ] as const) {
    it(`reads ${name}`, () => {
      expect(util.field(task, name)).to.eql(value);
    });
  }

  it('finds nothing in a task that was read without custom fields', () => {
    expect(util.field({ gid: '1' }, 'Severity')).to.equal(undefined);
  });
});

describe('util.toRow', () => {
  it('names the project and the section of a membership', () => {
    const memberships = [
      {
        project: { gid: '1', name: 'Board' },
        section: { gid: '2', name: 'New' },
      },
      { project: { gid: '3', name: 'Other' }, section: null },
    ];
    expect(util.toRow({ memberships })).to.eql({
      memberships: 'Board / New, Other / ',
    });
  });

  it('flattens a task', () => {
    expect(util.toRow(task)).to.eql({
      gid: '1',
      name: 'Pump',
      assignee: 'Ann',
      due_on: null,
      tags: 'urgent, photo',
      Severity: 'High',
      Empty: null,
      Amount: 0,
      Channels: 'Phone, Radio',
      'Reported on': '2026-03-05',
      'Case worker': '7',
    });
  });
});

describe('a helper that is given no task', () => {
  for (const [value, said] of [
    [undefined, 'undefined'],
    [null, 'null'],
    ['1', 'a string'],
    [[task], 'a list'],
  ] as const) {
    it(`says so: ${said}`, async () => {
      const none = value as unknown as typeof task;
      for (const [name, call] of [
        ['util.field', () => util.field(none, 'Severity')],
        ['util.toRow', () => util.toRow(none)],
      ] as const) {
        const error = await failureOf(call);
        expect(error.code).to.equal('INVALID_ARGUMENT');
        expect(error.message).to.equal(
          `${name}: the task must be an object, not ${said}`
        );
        expect(error.fix).to.include(said === 'a list' ? '.map(' : 'getTask(');
      }
    });
  }
});

describe('util.isFromAsana', () => {
  const secret = 'b7a1f3c5d9e2846071b8c4d6e0f2a395';
  const events = [{ action: 'added', resource: { gid: '1' } }];
  const body = JSON.stringify({ events });
  const signature =
    'f3698a3758804d6e234a935d5fd0d50f9a8e56be271fe56512b5dc8eaf512a70';

  it('knows a delivery by its signature, with any of the secrets', () => {
    expect(util.isFromAsana(body, signature, secret)).to.equal(true);
    expect(util.isFromAsana(body, signature, ['old', secret])).to.equal(true);
    expect(util.isFromAsana({ events }, signature, secret)).to.equal(true);
  });

  it('says no to everything else', () => {
    const other = signature.replace(/^./, digit => (digit === '0' ? '1' : '0'));
    for (const given of [undefined, null, '', 'x', other, `${signature}00`]) {
      expect(util.isFromAsana(body, given, secret)).to.equal(false);
    }
    expect(util.isFromAsana(`${body} `, signature, secret)).to.equal(false);
    expect(util.isFromAsana(body, signature, ['another'])).to.equal(false);
  });

  for (const [what, args] of [
    ['a body', [undefined, signature, secret]],
    ['a secret', [body, signature, undefined]],
    ['any secret', [body, signature, []]],
    ['one of the secrets', [body, signature, [secret, '']]],
  ] as const) {
    it(`says what to give where ${what} is missing, rather than no`, async () => {
      const wrong = args as unknown as Parameters<typeof util.isFromAsana>;
      const error = await failureOf(() => util.isFromAsana(...wrong));

      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.fix).to.include('X-Hook-Secret');
    });
  }
});
