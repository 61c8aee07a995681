import { expect } from 'chai';
import { readSchema } from '../../../tools/generate/types/read-schema.js';

describe('reading a schema', () => {
  it('leaves all prose behind', () => {
    const given = {
      type: 'string',
      title: 'A title',
      description: 'A sentence.',
      example: 'An example',
      'x-insert-after': 'A word',
    };

    expect(readSchema(given)).to.deep.equal({ type: 'string' });
  });

  it('keeps a member that is called as prose is', () => {
    const properties = { description: { type: 'string', description: 'No.' } };

    expect(readSchema({ properties })).to.deep.equal({
      properties: { description: { type: 'string' } },
    });
  });

  it('keeps marks that are set', () => {
    const given = { readOnly: true, writeOnly: false, deprecated: true };

    expect(readSchema(given)).to.deep.equal({
      readOnly: true,
      deprecated: true,
    });
  });

  it('reads what is below, however it is nested', () => {
    const text = { type: 'string', description: 'No.' };

    expect(
      readSchema({
        allOf: [text],
        items: text,
        additionalProperties: text,
        anyOf: [text],
      })
    ).to.deep.equal({
      allOf: [{ type: 'string' }],
      items: { type: 'string' },
      additionalProperties: { type: 'string' },
      anyOf: [{ type: 'string' }],
    });
  });

  it('takes one word for a choice', () => {
    expect(readSchema({ oneOf: [{ type: 'string' }] })).to.deep.equal({
      anyOf: [{ type: 'string' }],
    });
  });

  it('understands the types of OpenAPI 3.1', () => {
    expect(readSchema({ type: ['string', 'null'] })).to.deep.equal({
      type: 'string',
      nullable: true,
    });
    expect(readSchema({ type: ['string', 'number'] })).to.deep.equal({
      anyOf: [{ type: 'string' }, { type: 'number' }],
    });
    expect(readSchema({ const: 'task' })).to.deep.equal({ enum: ['task'] });
  });

  it('takes for anything what it does not understand', () => {
    for (const given of [
      undefined,
      null,
      true,
      'string',
      [],
      { type: 7, enum: [{}], items: true, properties: [], required: 'name' },
    ]) {
      expect(readSchema(given)).to.deep.equal({});
    }
  });
});
