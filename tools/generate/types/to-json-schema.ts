import { recordName } from './record-name.js';
import { referred, type Schema, type Schemas } from './schema.js';

/** What json-schema-to-typescript prints; `tsType` is its own. */
export interface JsonSchema {
  type?: string;
  tsType?: string;
  enum?: Schema['enum'];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean;
  deprecated?: true;
  customFieldFilters?: true;
}

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

/**
 * A flat schema as JSON schema: references become the names of records, what
 * may be null says so, and what is of no known type is `unknown`.
 */
export function toJsonSchema(schema: Schema, schemas: Schemas): JsonSchema {
  const bare = toBare(schema, schemas);
  const isNull = schema.nullable && bare.tsType !== 'unknown';
  return {
    ...(isNull ? orNull(bare) : bare),
    ...(schema.deprecated && { deprecated: true }),
  };
}

function toBare(schema: Schema, schemas: Schemas): JsonSchema {
  const inner = (part: Schema): JsonSchema => toJsonSchema(part, schemas);
  const name = referred(schema);
  if (schema.tsType !== undefined) return { tsType: schema.tsType };
  if (name !== undefined && name in schemas) {
    return { tsType: recordName(name, schemas) };
  }
  if (schema.enum !== undefined) return { enum: schema.enum };
  if (schema.anyOf !== undefined) return { anyOf: schema.anyOf.map(inner) };
  if (schema.properties !== undefined) return toObject(schema, inner);
  if (schema.items !== undefined) {
    return { type: 'array', items: inner(schema.items) };
  }
  const { type, additionalProperties } = schema;
  if (additionalProperties) return { tsType: 'Record<string, unknown>' };
  return type !== undefined && types.includes(type)
    ? { type }
    : { tsType: 'unknown' };
}

const toObject = (
  {
    properties = {},
    required,
    additionalProperties,
    customFieldFilters,
  }: Schema,
  inner: (part: Schema) => JsonSchema
): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, inner(part)])
  ),
  ...(required && { required }),
  additionalProperties: additionalProperties !== undefined,
  ...(customFieldFilters && { customFieldFilters: true as const }),
});

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.enum === undefined) return { anyOf: [schema, { type: 'null' }] };
  return schema.enum.includes(null) ? schema : { enum: [...schema.enum, null] };
}
