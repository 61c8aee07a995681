import { expect } from 'chai';
import { shareTwins } from '../../../tools/generate/types/share-twins.js';

describe('types that are twins', () => {
  const schema = { type: 'object', properties: {} };

  it('are declared once, by the shortest of their names', () => {
    const types = [
      { name: 'CreateSubtaskData', from: 'Request', schema },
      { name: 'CreateTaskData', from: 'Request', schema },
    ];

    expect(shareTwins(types).map(type => type.schema)).to.deep.equal([
      { tsType: 'CreateTaskData' },
      schema,
    ]);
  });

  it('are made of the same thing and look the same', () => {
    const types = [
      { name: 'TagCompact', from: 'Tag', schema },
      { name: 'TeamCompact', from: 'Team', schema },
      { name: 'Tag', from: 'Tag', schema: { ...schema, required: ['gid'] } },
    ];

    expect(shareTwins(types)).to.deep.equal(types);
  });
});
