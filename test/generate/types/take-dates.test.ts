import { expect } from 'chai';
import { takeDates } from '../../../tools/generate/types/take-dates.js';
import type { Schema } from '../../../tools/generate/types/schema.js';

describe('members that take a date', () => {
  const date = '(string | Date)';

  it('are those that are described as dates and times', () => {
    expect(typeOf('value', { format: 'date' })).to.equal(date);
    expect(typeOf('value', { format: 'date-time' })).to.equal(date);
  });

  it('are those that are called as dates are', () => {
    for (const name of [
      'due_on',
      'created_at.before',
      'completed_since',
      'entered_on_start_date',
      'date_time',
    ]) {
      expect(typeOf(name, {}), name).to.equal(date);
    }
  });

  it('are no other texts', () => {
    expect(typeOf('name', {})).to.equal(undefined);
    expect(typeOf('update', {})).to.equal(undefined);
    expect(typeOf('created_at', { format: 'uri' })).to.equal(undefined);
    expect(typeOf('sort_at', { enum: ['due_date'] })).to.equal(undefined);
    expect(typeOf('relative_due_on', { type: 'integer' })).to.equal(undefined);
  });

  it('may be null as before', () => {
    const given = {
      properties: { due_on: { type: 'string', nullable: true } },
    };

    expect(takeDates(given).properties!.due_on!.nullable).to.equal(true);
  });

  const typeOf = (name: string, schema: Schema): string | undefined =>
    takeDates({ properties: { [name]: { type: 'string', ...schema } } })
      .properties![name]!.tsType;
});
