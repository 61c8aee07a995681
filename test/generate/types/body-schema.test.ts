import { expect } from 'chai';
import { bodySchema } from '../../../tools/generate/types/body-schema.js';
import { reference, text } from './describe.js';

describe('the body of an operation', () => {
  it('is in one piece, without what Asana alone writes', () => {
    const schemas = {
      Option: { properties: { gid: { ...text, readOnly: true }, name: text } },
      Request: {
        properties: {
          options: { type: 'array', items: reference('Option') },
          created_at: { ...text, readOnly: true },
          due_on: text,
          custom_fields: { type: 'object', additionalProperties: text },
        },
      },
    };

    expect(
      bodySchema('createGoal', reference('Request'), schemas)
    ).to.deep.equal({
      properties: {
        options: { type: 'array', items: { properties: { name: text } } },
        due_on: { ...text, tsType: '(string | Date)' },
        custom_fields: { type: 'object', additionalProperties: true },
      },
    });
  });
});
