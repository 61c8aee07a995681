import { expect } from 'chai';
import {
  isRecord,
  recordSchema,
} from '../../../tools/generate/types/record-schema.js';
import { reference, text } from './describe.js';

const schemas = {
  TagCompact: { properties: { gid: text, name: text } },
  TagResponse: {
    allOf: [
      reference('TagCompact'),
      {
        properties: {
          parent: reference('TagCompact'),
          color: reference('Color'),
          secret: { ...text, writeOnly: true },
        },
        required: ['color'],
      },
    ],
  },
  Color: { type: 'string', enum: ['red'] },
  Choice: { anyOf: [reference('TagCompact')] },
  Count: { properties: { count: text } },
};

describe('a record', () => {
  it('has what can be read, with other records by name', () => {
    expect(recordSchema('TagResponse', schemas).properties).to.deep.equal({
      gid: text,
      name: text,
      parent: reference('TagCompact'),
      color: schemas.Color,
    });
  });

  it('is sure to have its gid and nothing else', () => {
    expect(recordSchema('TagResponse', schemas).required).to.deep.equal([
      'gid',
    ]);
    expect(recordSchema('Count', schemas).required).to.deep.equal([]);
  });

  it('is an object, or one of several', () => {
    expect(isRecord('TagResponse', schemas)).to.equal(true);
    expect(isRecord('Choice', schemas)).to.equal(true);
    expect(isRecord('Color', schemas)).to.equal(false);
    expect(isRecord('Nowhere', schemas)).to.equal(false);
  });
});
