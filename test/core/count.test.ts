import { expect } from 'chai';
import { count } from '../../src/core/count.js';

describe('a count', () => {
  it('has the plural for all numbers but one', () => {
    expect([0, 1, 2].map(number => count(number, 'task'))).to.eql([
      '0 tasks',
      '1 task',
      '2 tasks',
    ]);
  });
});
