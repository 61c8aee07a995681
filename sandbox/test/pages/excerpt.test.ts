import { expect } from 'chai';
import { excerpt } from '../../src/pages/excerpt.js';

describe('An excerpt', () => {
  it('is a short text as it is, with its line breaks', () => {
    expect(excerpt('  One\n\ntwo ', 20)).to.equal('One\n\ntwo');
  });

  it('ends after a word', () => {
    expect(excerpt('The pump is broken again', 15)).to.equal('The pump is …');
  });

  it('cuts a word that is longer than the room', () => {
    expect(excerpt('x'.repeat(50), 10)).to.equal(`${'x'.repeat(10)} …`);
  });

  it('never cuts what people see as one character', () => {
    const family = '👨‍👩‍👧';
    for (let longest = 1; longest < 40; longest += 1) {
      const [cut = ''] = excerpt(family.repeat(9), longest).split(' …');
      expect(cut.replaceAll(family, '')).to.equal('');
    }
  });
});
