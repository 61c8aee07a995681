import { referred, type Schema, type Schemas } from './schema.js';

/**
 * All that a schema is made of by references and `allOf`, and nothing of what
 * its members are made of.
 */
export function partsOf(
  schema: Schema,
  schemas: Schemas,
  above: readonly string[] = []
): Schema[] {
  const name = referred(schema);
  if (name !== undefined && above.includes(name)) return [];
  const target = name === undefined ? undefined : schemas[name];
  const path = name === undefined ? above : [...above, name];
  return [
    schema,
    ...[target ?? [], schema.allOf ?? []]
      .flat()
      .flatMap(part => partsOf(part, schemas, path)),
  ];
}
