import type { Endpoint } from '../../../src/types.js';
import { bodySchema } from './body-schema.js';
import { answered, fullRecord } from './full-record.js';
import type { TypedOperation } from './operations.js';
import { paramsSchema } from './params-schema.js';
import { recordName } from './record-name.js';
import { referred, type Schema, type Schemas } from './schema.js';
import type { Declared } from './share-twins.js';
import { toJsonSchema } from './to-json-schema.js';
import type { TypeNames } from './type-names.js';

/** What an operation takes: its query parameters and its body. */
export function argumentTypes(
  { name, body, parameters, result }: TypedOperation,
  row: Endpoint,
  names: TypeNames,
  schemas: Schemas
): Declared[] {
  const { params, data } = names;
  const fields = fieldsOf(result, schemas);
  return [
    ...declare(
      params,
      `the parameters of ${name}`,
      params && paramsSchema(row, parameters, schemas, fields)
    ),
    ...declare(
      data,
      (body && referred(body)) ?? name,
      body && bodySchema(name, body, schemas)
    ),
  ].map(type => ({ ...type, schema: toJsonSchema(type.schema, schemas) }));
}

/** The record whose fields an operation can be asked for, as source text. */
function fieldsOf(result: Schema | undefined, schemas: Schemas): string {
  const schema = answered(result);
  return schema !== undefined && schema in schemas
    ? recordName(fullRecord(schema, schemas), schemas)
    : 'unknown';
}

const declare = <T>(
  name: string | undefined,
  from: string,
  schema: T | undefined | ''
): { name: string; from: string; schema: T }[] =>
  name && schema ? [{ name, from, schema }] : [];
