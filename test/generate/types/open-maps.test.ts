import { expect } from 'chai';
import { openMaps } from '../../../tools/generate/types/open-maps.js';
import { text } from './describe.js';

describe('a map', () => {
  it('takes anything, whatever its values are described as', () => {
    const given = { type: 'object', additionalProperties: text };

    expect(openMaps(given).additionalProperties).to.equal(true);
  });

  it('is an object without known members', () => {
    expect(openMaps({ type: 'object' }).additionalProperties).to.equal(true);
  });

  it('is no object with members', () => {
    const given = { type: 'object', properties: { name: text } };

    expect(openMaps(given)).to.deep.equal(given);
  });

  it('is found at any depth', () => {
    const given = { properties: { custom_fields: { type: 'object' } } };

    expect(openMaps(given).properties!.custom_fields).to.deep.equal({
      type: 'object',
      additionalProperties: true,
    });
  });
});
