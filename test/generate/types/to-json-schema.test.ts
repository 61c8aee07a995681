import { expect } from 'chai';
import type { Schema } from '../../../tools/generate/types/schema.js';
import { toJsonSchema } from '../../../tools/generate/types/to-json-schema.js';
import { reference, text } from './describe.js';

describe('a schema as JSON schema', () => {
  it('has references by the names of records', () => {
    expect(convert(reference('GoalResponse'))).to.deep.equal({
      tsType: 'Goal',
    });
  });

  it('is closed, unless it is a map', () => {
    const properties = { name: text };

    expect(convert({ properties }).additionalProperties).to.equal(false);
    expect(
      convert({ properties, additionalProperties: true }).additionalProperties
    ).to.equal(true);
    expect(
      convert({ type: 'object', additionalProperties: true })
    ).to.deep.equal({ tsType: 'Record<string, unknown>' });
  });

  it('says what may be null', () => {
    const orNull = { nullable: true };

    expect(convert({ ...text, ...orNull })).to.deep.equal({
      anyOf: [text, { type: 'null' }],
    });
    expect(convert({ enum: ['a'], ...orNull })).to.deep.equal({
      enum: ['a', null],
    });
    expect(convert({ enum: ['a', null], ...orNull })).to.deep.equal({
      enum: ['a', null],
    });
    expect(convert({ tsType: 'Goal', ...orNull })).to.deep.equal({
      anyOf: [{ tsType: 'Goal' }, { type: 'null' }],
    });
    expect(convert(orNull)).to.deep.equal({ tsType: 'unknown' });
  });

  it('says what is deprecated', () => {
    expect(convert({ ...text, deprecated: true })).to.deep.equal({
      ...text,
      deprecated: true,
    });
  });

  it('has a choice of everything that it may be', () => {
    expect(convert({ anyOf: [text, reference('GoalResponse')] })).to.deep.equal(
      { anyOf: [text, { tsType: 'Goal' }] }
    );
  });

  it('is unknown where no known type is given', () => {
    expect(convert({})).to.deep.equal({ tsType: 'unknown' });
    expect(convert({ type: 'file' })).to.deep.equal({ tsType: 'unknown' });
    expect(convert(reference('Nowhere'))).to.deep.equal({ tsType: 'unknown' });
  });
});

const convert = (schema: Schema) => toJsonSchema(schema, { GoalResponse: {} });
