import { expect } from 'chai';
import { closest } from '../../src/core/closest.js';

const names = ['assignee.any', 'assignee.not', 'completed', 'due_on', 'text'];

describe('the closest names', () => {
  for (const [text, expected] of [
    ['asignee.any', 'assignee.any'],
    ['assignee.ayn', 'assignee.any'],
    ['assignee_any', 'assignee.any'],
    ['Complete', 'completed'],
    ['dueon', 'due_on'],
    ['tetx', 'text'],
    ['du e_on', 'due_on'],
  ] as const) {
    it(`have ${expected} first for ${text}`, () => {
      expect(closest(text, names)[0]).to.equal(expected);
    });
  }

  it('leave out what is quite different', () => {
    expect(closest('sections.any', ['due_on', 'text'])).to.eql([]);
  });

  it('are three at most, the closest first', () => {
    expect(closest('pum', ['pumped', 'pump', 'pumps', 'pum p', 'dump'])).to.eql(
      ['pump', 'pum p', 'pumps']
    );
  });

  it('count a swap of two letters as one change', () => {
    expect(closest('ba', ['ab', 'xy'], 1)).to.eql(['ab']);
  });

  it('are none where there are no candidates, or no text', () => {
    expect(closest('x', [])).to.eql([]);
    expect(closest('', ['abc'])).to.eql([]);
  });
});
