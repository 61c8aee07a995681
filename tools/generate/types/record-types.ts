import lodash from 'lodash';
import { answered, fullRecord } from './full-record.js';
import type { TypedOperation } from './operations.js';
import { reachable } from './reachable.js';
import { recordName } from './record-name.js';
import type { Schemas } from './schema.js';
import type { Declared } from './share-twins.js';
import { toJsonSchema } from './to-json-schema.js';

/** The records that operations answer with, and those in them, by name. */
export function recordTypes(
  operations: readonly TypedOperation[],
  schemas: Schemas
): Declared[] {
  const results = operations
    .flatMap(({ result }) => answered(result) ?? [])
    .filter(name => name in schemas);
  const full = results.map(name => fullRecord(name, schemas));
  const records = [...reachable([...results, ...full], schemas)];
  return lodash.sortBy(
    records.map(([schema, record]) => {
      const name = recordName(schema, schemas);
      return {
        name,
        from: name.replace(/Compact$/, ''),
        schema: toJsonSchema(record, schemas),
      };
    }),
    'name'
  );
}
