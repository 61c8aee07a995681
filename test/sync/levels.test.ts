import { expect } from 'chai';
import { toLevels } from '../../src/sync/levels.js';

const row = (key: string, parent?: unknown) => ({
  number: 1,
  key,
  data: { name: key, parent },
});
const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

describe('rows that are parents of other rows', () => {
  it('come before their subtasks, in whatever order they are given', () => {
    const { levels, endless } = toLevels([
      row('grandchild', 'child'),
      row('child', 'mother'),
      row('mother'),
      row('other', '1200000000000101'),
    ]);
    expect(levels.map(keysOf)).to.eql([
      ['mother', 'other'],
      ['child'],
      ['grandchild'],
    ]);
    expect(endless).to.eql([]);
  });

  it('are found out when they go round in a circle', () => {
    const rows = [row('a', 'b'), row('b', 'a'), row('c', 'c'), row('d')];
    const { levels, endless } = toLevels(rows);
    expect(levels.map(keysOf)).to.eql([['d']]);
    expect(keysOf(endless)).to.eql(['a', 'b', 'c']);
  });

  it('may be named by a number', () => {
    const { levels } = toLevels([row('41', 42), row('42')]);
    expect(levels.map(keysOf)).to.eql([['42'], ['41']]);
  });
});
