import { expect } from 'chai';
import { putBetweenMarks } from '../../tools/generate/marks.js';

describe('what is generated between two marks', () => {
  it('takes the place of what is there, and leaves all else alone', () => {
    const file = [
      'above',
      '// generated: list',
      'old',
      'older',
      '// end of generated: list',
      'below',
      '',
    ].join('\n');

    expect(putBetweenMarks(file, 'list', 'new\n')).to.equal(
      'above\n// generated: list\nnew\n// end of generated: list\nbelow\n'
    );
  });

  it('is put between comments of any kind', () => {
    const file = '<!-- generated: list -->\n<!-- end of generated: list -->\n';

    expect(putBetweenMarks(file, 'list', 'new')).to.equal(
      '<!-- generated: list -->\nnew\n<!-- end of generated: list -->\n'
    );
  });

  it('is not put between the marks of another name', () => {
    const file =
      '# generated: a\n# end of generated: a\n# generated: ab\n# end of generated: ab\n';

    expect(putBetweenMarks(file, 'ab', 'new')).to.equal(
      '# generated: a\n# end of generated: a\n# generated: ab\nnew\n# end of generated: ab\n'
    );
  });

  for (const [title, file, message] of [
    ['is refused when a mark is missing', '// generated: list\n', /no line/],
    [
      'is refused when a mark stands there twice',
      '// generated: list\n// generated: list\n// end of generated: list\n',
      /twice/,
    ],
    [
      'is refused when the end comes first',
      '// end of generated: list\n// generated: list\n',
      /upside down/,
    ],
  ] as const) {
    it(title, () => {
      expect(() => putBetweenMarks(file, 'list', '')).to.throw(message);
    });
  }
});
