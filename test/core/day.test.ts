import { expect } from 'chai';
import { isDayField, toDay } from '../../src/core/day.js';

describe('a day', () => {
  for (const [given, day] of [
    ['2026-03-05T14:20:00.000+03:00', '2026-03-05'],
    ['2026-03-05T01:20:00.000+03:00', '2026-03-05'],
    ['2026-03-05T23:20:00-0300', '2026-03-05'],
    ['2026-03-05T23:20-03', '2026-03-05'],
    ['2026-03-05 14:20', '2026-03-05'],
    [' 2026-03-05T14:20:00Z ', '2026-03-05'],
  ] as const) {
    it(`is read from ${given} as it is written there`, () => {
      expect(toDay(given)).to.equal(day);
    });
  }

  for (const text of [
    '2026-03-05',
    '31/12/2026',
    'see 2026-03-05T14:20:00Z',
    '',
  ]) {
    it(`is not looked for in what is no date-time: ${text}`, () => {
      expect(toDay(text)).to.equal(text);
    });
  }

  it('is what the fields of Asana hold whose names end in _on or _date', () => {
    const names = [
      'due_on',
      'start_on',
      'due_on.before',
      'completed_on.after',
      'start_date',
      'entered_on_end_date',
    ];
    expect(names.filter(isDayField)).to.eql(names);
    const others = ['due_at', 'due_at.before', 'Reported_on', 'due_on.x'];
    expect([...others, 'modified_since'].filter(isDayField)).to.eql([]);
  });
});
