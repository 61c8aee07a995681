import { expect } from 'chai';
import { toQuery } from '../../src/core/query.js';

describe('query parameters', () => {
  it('join lists with commas', () => {
    expect(toQuery({ opt_fields: ['name', 'notes'] })).to.eql({
      opt_fields: 'name,notes',
    });
  });

  it('become text', () => {
    expect(toQuery({ limit: 5, completed: false, text: '' })).to.eql({
      limit: '5',
      completed: 'false',
      text: '',
    });
  });

  it('are left out when there is nothing to ask for', () => {
    expect(toQuery({ a: undefined, b: null, c: [] })).to.eql({});
  });

  it('ask for what has no value where null has that meaning', () => {
    expect(toQuery({ due_on: null, text: null }, ['due_on'])).to.eql({
      due_on: 'null',
    });
  });
});
