import { expect } from 'chai';
import {
  isSameField,
  isSameRecord,
  isSameSet,
  isSameValue,
} from '../../src/sync/same-value.js';

describe('the value of a field', () => {
  const same: [string, unknown, unknown][] = [
    ['name', 'A case', 'A case '],
    ['notes', 'one\ntwo', 'one\r\ntwo\n'],
    ['notes', '', null],
    ['completed', true, 'true'],
    ['due_on', '2026-05-01', '2026-05-01'],
    ['due_on', null, ''],
    ['due_at', '2026-05-01T08:00:00.000Z', '2026-05-01T10:00:00+02:00'],
    ['assignee', null, null],
    ['assignee', null, ''],
    ['assignee', { gid: '5', email: 'A@x.org' }, 'a@x.org'],
    ['assignee', { gid: '5' }, 5],
    ['external', { gid: 'a', data: 'b' }, { gid: 'a' }],
  ];
  for (const [name, current, wanted] of same) {
    it(`${name}: ${JSON.stringify(current)} is ${JSON.stringify(wanted)}`, () => {
      expect(isSameValue(name, current, wanted)).to.equal(true);
    });
  }

  const other: [string, unknown, unknown][] = [
    ['name', 'A case', 'a case'],
    ['notes', 'one', null],
    ['notes', null, 'one'],
    ['completed', false, true],
    ['due_on', '2026-05-01', '2026-05-02'],
    ['due_at', '2026-05-01T08:00:00.000Z', '2026-05-01T08:00:00+02:00'],
    ['due_at', '2026-05-01T08:00:00.000Z', 'tomorrow'],
    ['assignee', { gid: '5', email: 'a@x.org' }, null],
    ['assignee', { gid: '5' }, '6'],
    ['external', { gid: 'a', data: 'b' }, { gid: 'a', data: 'c' }],
  ];
  for (const [name, current, wanted] of other) {
    it(`${name}: ${JSON.stringify(current)} is not ${JSON.stringify(wanted)}`, () => {
      expect(isSameValue(name, current, wanted)).to.equal(false);
    });
  }
});

describe('the value of a custom field', () => {
  const number = { resource_subtype: 'number', precision: 2 };
  const date = { resource_subtype: 'date' };
  const options = [{ gid: '1' }, { gid: '2' }];
  const same: [string, object, unknown][] = [
    ['text', { resource_subtype: 'text', text_value: 'x' }, ' x '],
    ['no text', { resource_subtype: 'text', text_value: null }, ''],
    ['rounded', { ...number, number_value: 1.24 }, 1.2351],
    ['a number as text', { ...number, number_value: 7 }, '7.00'],
    ['no number', { ...number, number_value: null }, null],
    ['enum', { resource_subtype: 'enum', enum_value: { gid: '1' } }, '1'],
    ['no option', { resource_subtype: 'enum', enum_value: null }, null],
    [
      'options in another order',
      { resource_subtype: 'multi_enum', multi_enum_values: options },
      ['2', '1'],
    ],
    [
      'no options',
      { resource_subtype: 'multi_enum', multi_enum_values: [] },
      null,
    ],
    [
      'a day',
      { ...date, date_value: { date: '2026-05-01', date_time: null } },
      { date: '2026-05-01' },
    ],
    [
      'a moment',
      {
        ...date,
        date_value: {
          date: '2026-05-01',
          date_time: '2026-05-01T08:00:00.000Z',
        },
      },
      { date_time: '2026-05-01T08:00:00Z' },
    ],
    [
      'people by their addresses',
      {
        resource_subtype: 'people',
        people_value: [{ gid: '5', email: 'a@x.org' }],
      },
      ['A@x.org'],
    ],
  ];
  for (const [title, entry, wanted] of same) {
    it(`is the same: ${title}`, () => {
      expect(isSameField(entry, wanted)).to.equal(true);
    });
  }

  const other: [string, object | undefined, unknown][] = [
    ['a number beyond its precision', { ...number, number_value: 1.24 }, 1.25],
    ['a number where there is none', { ...number, number_value: null }, 0],
    ['another option', { resource_subtype: 'enum', enum_value: null }, '1'],
    [
      'fewer options',
      { resource_subtype: 'multi_enum', multi_enum_values: options },
      ['1'],
    ],
    [
      'a day in place of a moment',
      {
        ...date,
        date_value: {
          date: '2026-05-01',
          date_time: '2026-05-01T08:00:00.000Z',
        },
      },
      { date: '2026-05-01' },
    ],
    ['a field that the task lacks', undefined, 'x'],
  ];
  for (const [title, entry, wanted] of other) {
    it(`is another one: ${title}`, () => {
      expect(isSameField(entry, wanted)).to.equal(false);
    });
  }

  it('is nothing in a task that lacks the field, as in the row', () => {
    expect(isSameField(undefined, null)).to.equal(true);
  });
});

describe('lists of records', () => {
  it('are the same in any order, and not with one more or less', () => {
    const records = [{ gid: '1' }, { gid: '2' }];
    expect(isSameSet(records, ['2', '1'])).to.equal(true);
    expect(isSameSet(records, ['2', '1', '3'])).to.equal(false);
    expect(isSameSet(records, ['2'])).to.equal(false);
    expect(isSameSet(records, 'all')).to.equal(false);
  });

  it('hold records that are given as records, too', () => {
    expect(isSameRecord({ gid: '1' }, { gid: '1', name: 'x' })).to.equal(true);
    expect(isSameRecord({ gid: '1' }, {})).to.equal(false);
  });
});
