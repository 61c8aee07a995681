import { expect } from 'chai';
import { meet } from '../../../src/core/search/meet.js';

describe('two lists of gids', () => {
  for (const [forward, backward, expected, why] of [
    ['abcd', 'fedc', true, 'they share the end of both, backwards'],
    ['abcd', 'dcba', true, 'they are the same list from both sides'],
    ['abcd', 'hgfe', false, 'they share nothing'],
    ['abcd', 'gfed', false, 'they share one only, which may be chance'],
    ['abcd', 'abcd', false, 'both have the same order'],
    ['abcd', 'fecd', false, 'what they share is in the same order'],
    ['abcd', 'dcfe', false, 'what they share is not at the end of the second'],
    ['cdab', 'fedc', false, 'what they share is not at the end of the first'],
  ] as const) {
    it(`${expected ? 'meet' : 'do not meet'} when ${why}`, () => {
      expect(meet([...forward], [...backward])).to.equal(expected);
    });
  }
});
