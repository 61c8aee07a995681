import lodash from 'lodash';
import type { Description } from '../description.js';
import { fullRecord } from './full-record.js';
import {
  operationsOf,
  type TypedOperation,
  type TypedParameter,
} from './operations.js';
import { recordName } from './record-name.js';
import { knownSchemas } from './known-schemas.js';
import { referred, type Schema, type Schemas } from './schema.js';

/** What the types of an operation are called in `src/generated/types.ts`. */
export interface TypeNames {
  /** The interface of its query parameters. */
  readonly params?: string;
  /** The type of its body. */
  readonly data?: string;
  /**
   * The type of `data` in its answer, as source text: with all fields that
   * `opt_fields` can ask for, also of a list.
   */
  readonly result: string;
}

/** By operation, the names of its types. */
export function typeNames(description: Description): Record<string, TypeNames> {
  const schemas = knownSchemas(description);
  return Object.fromEntries(
    operationsOf(description).map(operation => [
      operation.name,
      namesOf(operation, schemas),
    ])
  );
}

function namesOf(
  { name, parameters, body, result }: TypedOperation,
  schemas: Schemas
): TypeNames {
  const prefix = lodash.upperFirst(name);
  return {
    ...(parameters.some(isOurs) ? { params: `${prefix}Params` } : {}),
    ...(body === undefined ? {} : { data: `${prefix}Data` }),
    result: result === undefined ? 'unknown' : sourceOf(result, schemas),
  };
}

/** A job has no use for an answer with line breaks. */
const isOurs = (parameter: TypedParameter): boolean =>
  parameter.in === 'query' && parameter.name !== 'opt_pretty';

function sourceOf(schema: Schema, schemas: Schemas): string {
  if (schema.items !== undefined) return `${sourceOf(schema.items, schemas)}[]`;
  const name = referred(schema);
  return name !== undefined && name in schemas
    ? recordName(fullRecord(name, schemas), schemas)
    : 'unknown';
}
