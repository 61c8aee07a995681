import { expect } from 'chai';
import { readFieldPaths } from '../../src/core/field-path.js';

describe('the paths in opt_fields', () => {
  it('have one term after the other', () => {
    expect(readFieldPaths('name,assignee.email')).to.deep.equal([
      ['name'],
      ['assignee', 'email'],
    ]);
  });

  it('may be a list, and have blanks', () => {
    expect(readFieldPaths([' name ', 'assignee . email'])).to.deep.equal([
      ['name'],
      ['assignee', 'email'],
    ]);
  });

  it('may have groups of paths, and groups in them', () => {
    expect(readFieldPaths('this.(followers|(a|b.c)).email')).to.deep.equal([
      ['this', [['followers'], [[['a'], ['b', 'c']]]], 'email'],
    ]);
  });

  it('are none where groups are open, or in no place of a group', () => {
    for (const text of ['(name', 'name)', ')(', 'a|b', 'a(b|c)', '(a)b']) {
      expect(readFieldPaths(text), text).to.deep.equal([]);
    }
  });

  it('leave out the rest and no more when one cannot be read', () => {
    expect(readFieldPaths(['(a', 'name', 7])).to.deep.equal([['name']]);
  });
});
