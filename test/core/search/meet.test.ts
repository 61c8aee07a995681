import { expect } from 'chai';
import type { Box } from '../../../src/core/search/box.js';
import { taskSearch } from '../../../src/core/search/kind.js';
import { fromBothSides, meet } from '../../../src/core/search/meet.js';

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

describe('reading from both sides', () => {
  it('needs one side where that holds all, as tasks may be gone by now', async () => {
    const boxes: Box[] = [];
    const find = async (box: Box) => {
      boxes.push(box);
      return [{ gid: '1' }, { gid: '2' }];
    };
    const pages: unknown[] = [];
    for await (const page of fromBothSides(taskSearch)(
      find,
      { text: 'pump' },
      []
    )) {
      pages.push(page);
    }
    expect(pages).to.eql([[{ gid: '1' }, { gid: '2' }]]);
    expect(boxes).to.eql([
      { text: 'pump', sort_by: 'created_at', sort_ascending: true },
    ]);
  });
});
