import { expect } from 'chai';
import { knownSchemas } from '../../../tools/generate/types/known-schemas.js';
import { describeOne, reference, text } from './describe.js';

describe('the schemas of a description', () => {
  it('have no prose', () => {
    const tag = { type: 'string', description: 'A sentence.' };

    expect(schemasOf({ Tag: tag })).to.deep.equal({ Tag: text });
  });

  it('are corrected where they are known to be wrong', () => {
    const task = { properties: { created_by: { type: 'object' }, name: text } };

    expect(schemasOf({ TaskCompact: task }).TaskCompact).to.deep.equal({
      properties: {
        created_by: { ...reference('UserCompact'), readOnly: true },
        name: text,
      },
    });
  });

  it('get no members that they do not have', () => {
    const task = { properties: { name: text } };

    expect(schemasOf({ TaskCompact: task }).TaskCompact).to.deep.equal(task);
  });

  const schemasOf = (schemas: Record<string, object>) =>
    knownSchemas(describeOne({ schemas }));
});
