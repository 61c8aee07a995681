import { checkData, checkOptional, isObject } from '../core/arguments.js';
import type { EndpointArguments } from '../core/endpoint.js';
import { warnOfUnknownFields } from '../core/known-fields.js';
import { outputParams } from '../core/query.js';
import { resolve } from '../core/resolve.js';
import { unknownIn, whatIsKnown } from '../core/unknown-options.js';
import { invalidArgument } from '../errors.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { State } from '../types.js';
import { labelOf } from './label.js';
import { checkPathGids, findNamed, gidNames, withGids } from './gids.js';

/** The arguments of an operation, as a job writes them. */
export interface GivenArguments {
  /** In the order in which they stand in the path. */
  readonly gids: readonly unknown[];
  readonly data?: unknown;
  readonly params?: unknown;
}

type Fields = Record<string, unknown>;

/**
 * The arguments of an operation with what they are in this state, checked
 * against its row of the table. Nothing is looked up before all are checked.
 */
export async function readArguments(
  state: State,
  operation: OperationName,
  { gids, data, params }: GivenArguments
): Promise<EndpointArguments & { params: Fields }> {
  const label = labelOf(operation);
  const { path, body } = endpoints[operation];
  const resolved = gids.map((gid): unknown => resolve(state, gid, label));
  checkPathGids(label, path, resolved);
  const read = readParams(operation, resolve(state, params, label));
  const written =
    body === 'json'
      ? readData(operation, resolve(state, data, label))
      : undefined;
  await warnOfUnknownFields(label, read, operation);
  return {
    gids: await findNamed(state, label, path, resolved),
    params: await withGids(state, label, read),
    ...(written && { data: await withGids(state, label, written) }),
  };
}

function readParams(operation: OperationName, given: unknown): Fields {
  const label = labelOf(operation);
  const { query = [], required = [], paging, isSearch } = endpoints[operation];
  const params = checkOptional(
    {
      operation: label,
      name: 'params',
      example: `{ ${required[0] ?? query[0] ?? 'opt_fields'}: "…" }`,
    },
    given
  );
  for (const name of required) {
    const value = params[name];
    if (value !== undefined && value !== null && value !== '') continue;
    throw invalidArgument(
      label,
      `"${name}" is missing in "params"`,
      `Write ${callOf(operation, `{ ${name}: "…" }`)}. If it comes from state, check that the value is really there.`
    );
  }
  // A search also takes custom fields, and looks at the names by itself.
  if (isSearch) return params;
  const known = [
    ...query,
    ...outputParams,
    ...(paging === undefined ? [] : ['limit', 'offset']),
  ];
  const [unknown] = unknownIn(params, known);
  if (unknown === undefined) return params;
  throw invalidArgument(
    label,
    `"params" has no "${unknown}"`,
    `${misplaced(operation, params, unknown)}${whatIsKnown(unknown, known)}`
  );
}

/** What probably happened when something stands in `params` that is not its. */
function misplaced(
  operation: OperationName,
  params: Fields,
  unknown: string
): string {
  const { body, startsJob, list } = endpoints[operation];
  if ('configuration' in params && 'references' in params) {
    return list
      ? `A function in the place of "params" gave the whole state. If it is the callback, give it its place: ${callOf(operation, '{}', '(state, record) => { … }')}. `
      : 'A function in the place of "params" gave the whole state: give the values that are to be sent. ';
  }
  if (startsJob !== undefined && unknown === 'wait') {
    return `It comes after "params": ${callOf(operation, '{}', '{ wait: true }')}. `;
  }
  return body === undefined
    ? ''
    : `What is written comes before the query: ${callOf(operation, '{ opt_fields: "…" }')}. `;
}

function readData(operation: OperationName, given: unknown): Fields {
  const label = labelOf(operation);
  const data = checkData(
    { operation: label, name: 'data', example: '{ name: "…", … }' },
    given
  );
  // Whoever copies a request from Asana's reference copies the envelope too.
  const isEnvelope =
    isObject(data.data) && unknownIn(data, ['data', 'options']).length === 0;
  if (!isEnvelope) return data;
  throw invalidArgument(
    label,
    '"data" is in an envelope of its own',
    `Give the fields themselves, ${callOf(operation)}, without { data: … } around them: the adaptor adds that.`
  );
}

/** How to write it: `tasks.updateTask(taskGid, { … }, …)`. */
function callOf(operation: OperationName, ...rest: string[]): string {
  const { path, body } = endpoints[operation];
  const before = [...gidNames(path), ...(body === undefined ? [] : ['{ … }'])];
  return `${labelOf(operation)}(${[...before, ...rest].join(', ')})`;
}
