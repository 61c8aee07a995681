import {
  checkData,
  checkGid,
  checkOptional,
  isObject,
  type Argument,
} from '../core/arguments.js';
import type { EndpointArguments } from '../core/endpoint.js';
import { warnOfUnknownFields } from '../core/known-fields.js';
import { resolve } from '../core/resolve.js';
import { connect } from '../core/operation.js';
import { onlyKnown } from '../core/unknown-options.js';
import { invalidArgument } from '../errors.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import { namesFor } from '../names/names.js';
import { toProjectGid } from '../names/project-gid.js';
import { toWorkspaceGid } from '../names/workspace-gid.js';
import type { State } from '../types.js';

/** The arguments of an operation, as a job writes them. */
export interface GivenArguments {
  /** In the order in which they stand in the path. */
  readonly gids: readonly unknown[];
  readonly data?: unknown;
  readonly params?: unknown;
}

/** What Asana takes with each request. */
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
  const read = {
    params: readParams(operation, resolve(state, params, operation)),
    ...(body === 'json' && {
      data: readData(operation, resolve(state, data, operation)),
    }),
  };
  await warnOfUnknownFields(operation, read.params);
  const found: string[] = [];
  for (const [index, name] of gidNames(path).entries()) {
    const given: unknown = resolve(state, gids[index], operation);
    found.push(await toGid(state, { operation, name }, given));
  }
  return { ...read, gids: found };
}

/** What the gids in a path are called in JavaScript: `{task_gid}`, `taskGid`. */
const gidNames = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  );

/** A project or a workspace may be given by its name. */
async function toGid(
  state: State,
  argument: Argument,
  given: unknown
): Promise<string> {
  const { workspaceGid } = state.configuration ?? {};
  switch (argument.name) {
    case 'projectGid':
      return toProjectGid(namesFor(connect(state)), given, {
        ...argument,
        workspaceGid,
      });
    case 'workspaceGid':
      return toWorkspaceGid(namesFor(connect(state)), given, argument);
    default:
      return checkGid(argument, given);
  }
}

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
