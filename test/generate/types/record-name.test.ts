import { expect } from 'chai';
import { recordName } from '../../../tools/generate/types/record-name.js';

describe('the name of a record', () => {
  it('is the schema’s without “Response”', () => {
    expect(recordName('TaskResponse', all('TaskResponse'))).to.equal('Task');
  });

  it('is the schema’s without “Base” when there is nothing fuller', () => {
    expect(recordName('EntryBase', all('EntryBase'))).to.equal('Entry');
    expect(recordName('EntryBase', all('EntryBase', 'EntryResponse'))).to.equal(
      'EntryBase'
    );
  });

  it('keeps “Compact”', () => {
    expect(
      recordName('TaskCompact', all('TaskCompact', 'TaskResponse'))
    ).to.equal('TaskCompact');
  });

  it('is the schema’s own where another one has the short one', () => {
    const schemas = all('MemberCompact', 'MemberCompactResponse');

    expect(recordName('MemberCompactResponse', schemas)).to.equal(
      'MemberCompactResponse'
    );
  });

  it('is EmptyData for what has no fields', () => {
    expect(recordName('EmptyResponse', all('EmptyResponse'))).to.equal(
      'EmptyData'
    );
  });
});

const all = (...names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map(name => [name, {}]));
