import { expect } from 'chai';
import type { Endpoint } from '../../../src/types.js';
import type { TypedParameter } from '../../../tools/generate/types/operations.js';
import { paramsSchema } from '../../../tools/generate/types/params-schema.js';
import { text } from './describe.js';

describe('the parameters of an operation', () => {
  it('are those in its row, then those of the page and the fields', () => {
    const schema = paramsOf(
      { query: ['team'], paging: 'limit+offset' },
      { team: text, limit: { type: 'integer' }, offset: text, opt_fields: {} }
    );

    expect(Object.entries(schema.properties!)).to.deep.equal([
      ['team', text],
      ['limit', { type: 'integer' }],
      ['offset', text],
      ['opt_fields', { tsType: 'OptFields<Goal>' }],
    ]);
  });

  it('have an offset alone where a list is paged like that', () => {
    const schema = paramsOf({ paging: 'offset' }, { offset: text });

    expect(schema.properties).to.have.all.keys('offset');
  });

  it('are needed, or may be null, where the row says so', () => {
    const schema = paramsOf(
      { query: ['team', 'user'], required: ['team'], nullable: ['user'] },
      { team: text, user: text }
    );

    expect(schema.required).to.deep.equal(['team']);
    expect(schema.properties!.user!.nullable).to.equal(true);
    expect(schema.properties!.team!.nullable).to.equal(undefined);
  });

  it('are known by type where only a correction knows of them', () => {
    const schema = paramsOf({ query: ['limit', 'other'] }, {});

    expect(schema.properties).to.deep.equal({
      limit: { type: 'integer' },
      other: {},
    });
  });

  it('are custom fields too in a search', () => {
    expect(paramsOf({ isSearch: true }, {}).customFieldFilters).to.equal(true);
    expect(paramsOf({}, {})).not.to.have.property('customFieldFilters');
  });
});

function paramsOf(
  row: Partial<Endpoint>,
  described: Readonly<Record<string, TypedParameter['schema']>>
) {
  const parameters = Object.entries(described).map(
    ([name, schema]): TypedParameter => ({
      name,
      in: 'query',
      ...(schema && { schema }),
    })
  );
  const whole: Endpoint = {
    family: 'goals',
    method: 'GET',
    path: '/goals',
    ...row,
  };
  return paramsSchema(whole, parameters, {}, 'Goal');
}
