import lodash from 'lodash';
import { invalidArgument } from '../../errors.js';
import { isRead, type HttpRequest } from '../../http/layer.js';
import { checkData, checkOptional, describe, isObject } from '../arguments.js';
import { closest } from '../closest.js';
import { costOf } from '../endpoint.js';
import { findEndpoint } from '../find-endpoint.js';
import { toMethod, toPath } from '../path.js';
import { checkAllowed } from './allowed.js';
import { readParams } from './params.js';

/** One request of a batch. */
export interface Action {
  /** What it would be if it were sent by itself. */
  readonly request: HttpRequest;
  /** What stands for it in the batch. */
  readonly sent: object;
  /** What the job is to be told. */
  readonly warning?: string;
}

const parts = ['method', 'path', 'data', 'params'];

/** What the parts are called by request() and by Asana. */
const otherNames: Readonly<Record<string, string>> = {
  body: 'data',
  query: 'params',
  options: 'params',
  relative_path: 'path',
};

/**
 * Reads one request as a job writes it.
 *
 * @param operation - Which one it is, for the errors.
 */
export function toAction(operation: string, given: unknown): Action {
  if (!isObject(given)) {
    throw invalidArgument(
      operation,
      `it must be an object, not ${describe(given)}`,
      'Write it as { method: "PUT", path: "/tasks/1206933955023739", data: { … } }.'
    );
  }
  Object.keys(given).forEach(name => checkPart(operation, name));
  const method = toMethod(operation, given.method);
  const path = readPath(operation, given.path);
  checkAllowed(operation, method, path);
  const endpoint = findEndpoint(method, path);
  const request: HttpRequest = {
    method,
    path,
    ...(endpoint && costOf(endpoint)),
  };
  const { filters, options, warning } = readParams({
    operation,
    method,
    isRead: isRead(request),
    params: checkOptional({ operation, name: 'params' }, given.params),
    nullable: endpoint?.nullable,
  });
  const data = { ...filters, ...readData(operation, method, given.data) };
  return {
    request,
    sent: {
      method: method.toLowerCase(),
      relative_path: path,
      ...(!lodash.isEmpty(data) && { data }),
      ...(!lodash.isEmpty(options) && { options }),
    },
    ...(warning !== undefined && { warning }),
  };
}

function checkPart(operation: string, name: string): void {
  if (parts.includes(name)) return;
  const meant = otherNames[name] ?? closest(name, parts, 1)[0];
  throw invalidArgument(
    operation,
    `a request has no "${name}"`,
    `${meant === undefined ? '' : `Did you mean "${meant}"? `}A request has method, path, data (what is written) and params (the query).`
  );
}

function readPath(operation: string, given: unknown): string {
  const { path, query } = toPath(operation, given);
  if (lodash.isEmpty(query)) return path;
  throw invalidArgument(
    operation,
    `in a batch, "path" has no query`,
    `Put it into "params": { path: ${JSON.stringify(path)}, params: ${JSON.stringify(query)} }.`
  );
}

const withData = ['POST', 'PUT', 'PATCH'];

function readData(
  operation: string,
  method: string,
  given: unknown
): Record<string, unknown> {
  if (given === undefined || given === null) return {};
  if (withData.includes(method)) {
    return checkData({ operation, name: 'data' }, given);
  }
  throw invalidArgument(
    operation,
    `${method} has no "data"`,
    'Put what narrows down a list, and opt_fields, into "params".'
  );
}
