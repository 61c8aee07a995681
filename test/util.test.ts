import { expect } from 'chai';
import * as util from '../src/util.js';

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
    expect(util.field(undefined, 'Severity')).to.equal(undefined);
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
