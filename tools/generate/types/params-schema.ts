import type { Endpoint } from '../../../src/types.js';
import { flatten } from './flatten.js';
import type { TypedParameter } from './operations.js';
import type { Schema, Schemas } from './schema.js';
import { takeDates } from './take-dates.js';
import { takeLists } from './take-lists.js';

/** Parameters that only the corrections know of, and their types. */
const known: Schemas = { limit: { type: 'integer' } };

/**
 * The query parameters of an operation, as its row in the table of operations
 * has them, then those that all operations share.
 */
export function paramsSchema(
  row: Endpoint,
  parameters: readonly TypedParameter[],
  schemas: Schemas,
  optFields: string
): Schema {
  const names = [
    ...(row.query ?? []),
    ...(row.paging === 'limit+offset' ? ['limit'] : []),
    ...(row.paging === undefined ? [] : ['offset']),
  ];
  const typeOf = (name: string): Schema => {
    const described = parameters.find(it => it.name === name)?.schema;
    const schema = flatten(described ?? known[name] ?? {}, {
      schemas,
      keeps: () => false,
    });
    const taken = takeLists(schema, name);
    return row.nullable?.includes(name) ? { ...taken, nullable: true } : taken;
  };
  return takeDates({
    type: 'object',
    properties: {
      ...Object.fromEntries(names.map(name => [name, typeOf(name)])),
      ...(parameters.some(({ name }) => name === 'opt_fields') && {
        opt_fields: { tsType: `OptFields<${optFields}>` },
      }),
    },
    required: row.required ?? [],
    ...(row.isSearch && { customFieldFilters: true }),
  });
}
