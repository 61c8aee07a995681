import { expect } from 'chai';
import {
  toComment,
  toLines,
} from '../../../tools/generate/resources/paragraph.js';

describe('a paragraph of a comment', () => {
  it('is broken between words', () => {
    expect(toLines('one two three four', 9)).to.deep.equal([
      'one two',
      'three',
      'four',
    ]);
  });

  it('is not broken in code and links', () => {
    expect(
      toLines('see `a b c`, {@link https://x.example a page}.', 8)
    ).to.deep.equal(['see', '`a b c`,', '{@link https://x.example a page}.']);
  });

  it('is a comment without blanks at the ends of lines', () => {
    expect(toComment(['one', '', 'two'])).to.equal(
      '/**\n * one\n *\n * two\n */'
    );
  });
});
