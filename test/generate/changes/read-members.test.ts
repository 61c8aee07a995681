import { expect } from 'chai';
import { readMembers } from '../../../tools/generate/changes/read-members.js';

describe('the members of types, read from their source', () => {
  const cases: [string, string, Record<string, unknown>][] = [
    [
      'have a type, and are optional or not',
      'export interface Box { name: string; size?: number | null }',
      {
        name: { isOptional: false, type: 'string', values: [] },
        size: { isOptional: true, type: 'number | null', values: [] },
      },
    ],
    [
      'have the values that they may be',
      `export interface Box { size?: 'small' | 'large' | null }`,
      {
        size: {
          isOptional: true,
          type: `'small' | 'large' | null`,
          values: ['small', 'large'],
        },
      },
    ],
    [
      'have the values of their entries',
      `export interface Box { sizes: ('small' | 'large')[] }`,
      {
        sizes: {
          isOptional: false,
          type: `('small' | 'large')[]`,
          values: ['small', 'large'],
        },
      },
    ],
    [
      'have members of their own, also in a list and beside null',
      'export interface Box { lid: { color: string }[] | null }',
      {
        lid: { isOptional: false, type: 'object', values: [] },
        'lid.color': { isOptional: false, type: 'string', values: [] },
      },
    ],
    [
      'may have names with dots',
      `export interface Box { 'due_on.before'?: string }`,
      { 'due_on.before': { isOptional: true, type: 'string', values: [] } },
    ],
    [
      'are one without a name in a type that is no interface',
      `export type Box = Crate | 'none'`,
      {
        '': { isOptional: false, type: `Crate | 'none'`, values: ['none'] },
      },
    ],
  ];
  for (const [title, source, wanted] of cases) {
    it(title, () => {
      const members = readMembers(source).get('Box')!;
      expect(Object.fromEntries(members)).to.deep.equal(wanted);
    });
  }

  it('are those of the arguments that an operation shares with another', () => {
    const types = readMembers(`
      export interface CreateBoxData { name: string }
      export type CreateCrateData = CreateBoxData;
    `);

    expect([...types.get('CreateCrateData')!.keys()]).to.deep.equal(['name']);
  });

  it('are not those of helpers', () => {
    const types = readMembers(`
      interface Hidden { name: string }
      export type OptFields<T> = T | readonly T[];
    `);

    expect(types.size).to.equal(0);
  });
});
