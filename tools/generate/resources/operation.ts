import lodash from 'lodash';
import type { Endpoint } from '../../../src/types.js';
import type { Description } from '../description.js';
import { toEndpoints } from '../endpoints.js';
import { bodySchema } from '../types/body-schema.js';
import { knownSchemas } from '../types/known-schemas.js';
import { operationsOf, type TypedParameter } from '../types/operations.js';
import { paramsSchema } from '../types/params-schema.js';
import { typeNames, type TypeNames } from '../types/type-names.js';
import { describedIn, scopesOf } from './described.js';
import { toFields, type Field } from './fields.js';
import { pathArguments, type PathArgument } from './path-arguments.js';

/** All that the source and the docs of an operation are made of. */
export interface ApiOperation {
  readonly name: string;
  /** The heading in Asana's reference. */
  readonly heading: string;
  readonly row: Endpoint;
  readonly gids: readonly PathArgument[];
  readonly params: readonly Field[];
  readonly data: readonly Field[];
  readonly types: TypeNames;
  /** What may stand in `opt_fields`. */
  readonly fields: readonly string[];
  readonly scopes: readonly string[];
}

/** The operations of the description, in the order of the endpoint table. */
export function toOperations(description: Description): ApiOperation[] {
  const schemas = knownSchemas(description);
  const typed = lodash.keyBy(operationsOf(description), 'name');
  const names = typeNames(description);
  const described = describedIn(description);
  return Object.entries(toEndpoints(description)).map(([name, row]) => {
    const { parameters, body } = typed[name]!;
    const operation = described[name]!;
    return {
      name,
      heading: operation.tags[0]!,
      row,
      gids: pathArguments(row.path),
      params: toFields(paramsSchema(row, parameters, schemas, 'string')),
      data: body === undefined ? [] : toFields(bodySchema(name, body, schemas)),
      types: names[name]!,
      fields: optFieldsOf(parameters),
      scopes: scopesOf(operation),
    };
  });
}

const optFieldsOf = (parameters: readonly TypedParameter[]): string[] =>
  (parameters.find(({ name }) => name === 'opt_fields')?.schema?.items?.enum ??
    []) as string[];
