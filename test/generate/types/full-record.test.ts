import { expect } from 'chai';
import {
  answered,
  fullRecord,
} from '../../../tools/generate/types/full-record.js';
import { reference, text } from './describe.js';

describe('the record of an answer', () => {
  it('is the one in its data, or in the list there', () => {
    const goal = reference('Goal');

    expect(answered(goal)).to.equal('Goal');
    expect(answered({ type: 'array', items: goal })).to.equal('Goal');
    expect(answered(text)).to.equal(undefined);
    expect(answered(undefined)).to.equal(undefined);
  });

  it('has its fields in its fullest form', () => {
    const schemas = { TagCompact: {}, TagResponse: {}, NamedCompact: {} };

    expect(fullRecord('TagCompact', schemas)).to.equal('TagResponse');
    expect(fullRecord('TagResponse', schemas)).to.equal('TagResponse');
    expect(fullRecord('NamedCompact', schemas)).to.equal('NamedCompact');
  });
});
