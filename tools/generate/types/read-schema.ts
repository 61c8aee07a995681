import type { Schema, Schemas } from './schema.js';

/**
 * The part of a schema that types are made of: all prose stays behind. What a
 * newer description says in the words of OpenAPI 3.1 becomes what 3.0 says,
 * and what is not understood becomes a schema that takes anything.
 */
export function readSchema(given: unknown): Schema {
  if (!isRecord(given)) return {};
  const types = given.type === undefined ? [] : [given.type].flat();
  const known = types.filter(it => typeof it === 'string' && it !== 'null');
  const choices = given.anyOf ?? given.oneOf;
  return definedOnly({
    $ref: textOf(given.$ref),
    type: known.length === 1 ? (known[0] as string) : undefined,
    format: textOf(given.format),
    enum: enumOf(given),
    nullable: given.nullable === true || types.includes('null') || undefined,
    readOnly: given.readOnly === true || undefined,
    writeOnly: given.writeOnly === true || undefined,
    deprecated: given.deprecated === true || undefined,
    properties: isRecord(given.properties)
      ? readSchemas(given.properties)
      : undefined,
    required: Array.isArray(given.required)
      ? given.required.filter(it => typeof it === 'string')
      : undefined,
    additionalProperties: isRecord(given.additionalProperties)
      ? readSchema(given.additionalProperties)
      : given.additionalProperties === true || undefined,
    items: isRecord(given.items) ? readSchema(given.items) : undefined,
    allOf: Array.isArray(given.allOf) ? given.allOf.map(readSchema) : undefined,
    anyOf: Array.isArray(choices)
      ? choices.map(readSchema)
      : known.length > 1
        ? known.map(type => readSchema({ ...given, type }))
        : undefined,
  });
}

export const readSchemas = (given: Record<string, unknown>): Schemas =>
  Object.fromEntries(
    Object.entries(given).map(([name, schema]) => [name, readSchema(schema)])
  );

function enumOf(given: Record<string, unknown>): Schema['enum'] {
  const values = 'const' in given ? [given.const] : given.enum;
  if (!Array.isArray(values)) return undefined;
  return values.every(isPrimitive) ? values : undefined;
}

const isPrimitive = (
  value: unknown
): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const definedOnly = (schema: {
  readonly [Key in keyof Schema]: Schema[Key] | undefined;
}): Schema =>
  Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined)
  );
