import type { Schema } from './schema.js';

/** Changes a schema and all that is in it, the innermost first. */
export function mapSchema(
  schema: Schema,
  change: (schema: Schema, name?: string) => Schema,
  name?: string
): Schema {
  const inner = (part: Schema): Schema => mapSchema(part, change, name);
  const { properties, items, allOf, anyOf, additionalProperties } = schema;
  return change(
    {
      ...schema,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [
            key,
            mapSchema(value, change, key),
          ])
        ),
      }),
      ...(items && { items: inner(items) }),
      ...(allOf && { allOf: allOf.map(inner) }),
      ...(anyOf && { anyOf: anyOf.map(inner) }),
      ...(typeof additionalProperties === 'object' && {
        additionalProperties: mapSchema(additionalProperties, change),
      }),
    },
    name
  );
}
