import { invalidArgument } from '../../errors.js';
import { endpoints, type OperationName } from '../../generated/endpoints.js';
import type { State } from '../../types.js';
import { checkData, checkGid, checkOptional, isObject } from '../arguments.js';
import type { EndpointArguments } from '../endpoint.js';
import { warnOfUnknownFields } from '../known-fields.js';
import { onlyKnown } from '../unknown-options.js';
import { resolve } from '../resolve.js';

/** The arguments of an operation, as a job writes them. */
export interface GivenArguments {
  /** In the order in which they stand in the path. */
  readonly gids: readonly unknown[];
  readonly data?: unknown;
  readonly params?: unknown;
}

/** Those that Asana takes with each request. */
const output = ['opt_fields', 'opt_pretty'];

/**
 * The arguments of an operation with what they are in this state, checked
 * against its row of the table.
 */
export async function readArguments(
  state: State,
  operation: OperationName,
  { gids, data, params }: GivenArguments
): Promise<EndpointArguments & { params: Record<string, unknown> }> {
  const { path, body } = endpoints[operation];
  const given = {
    gids: gidNames(path).map((name, index) =>
      checkGid({ operation, name }, resolve(state, gids[index], operation))
    ),
    params: readParams(operation, resolve(state, params, operation)),
    ...(body === 'json' && {
      data: readData(operation, resolve(state, data, operation)),
    }),
  };
  await warnOfUnknownFields(operation, given.params);
  return given;
}

/** What the gids in a path are called in JavaScript: `{task_gid}`, `taskGid`. */
const gidNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  );

function readParams(
  operation: OperationName,
  given: unknown
): Record<string, unknown> {
  const { query = [], required = [], paging, isSearch } = endpoints[operation];
  const params = checkOptional({ operation, name: 'params' }, given);
  for (const name of required) {
    const value = params[name];
    if (value !== undefined && value !== null && value !== '') continue;
    throw invalidArgument(
      operation,
      `"${name}" is missing in "params"`,
      `Write ${operation}(…, { ${name}: "…" }). If it comes from state, check that the value is really there.`
    );
  }
  // A search also takes custom fields, and looks at the names by itself.
  if (isSearch) return params;
  return onlyKnown(operation, params, [
    ...query,
    ...output,
    ...(paging === undefined ? [] : ['limit', 'offset']),
  ]);
}

function readData(
  operation: OperationName,
  given: unknown
): Record<string, unknown> {
  const data = checkData(
    { operation, name: 'data', example: '{ name: "…", … }' },
    given
  );
  const [only, ...others] = Object.keys(data);
  // Whoever copies a request from Asana's reference copies the envelope too.
  if (only !== 'data' || others.length > 0 || !isObject(data.data)) return data;
  throw invalidArgument(
    operation,
    '"data" is in an envelope of its own',
    `Give the fields themselves, ${operation}(…, { name: "…" }), without { data: … } around them: the adaptor adds that.`
  );
}
