import type { HttpRequest } from '../../http/layer.js';
import { isObject } from '../arguments.js';
import { traitsOf } from '../endpoint.js';
import { findEndpoint } from '../find-endpoint.js';
import { batchTraits } from './chunk.js';

/**
 * What a batch takes of the limits that a job wrote as Asana wants it, with
 * `relative_path`. `undefined` for what Asana will refuse as no batch.
 */
export function rawBatchTraits(
  body: unknown
): Pick<HttpRequest, 'repeatable' | 'cost'> | undefined {
  const data = isObject(body) ? body.data : undefined;
  const actions = isObject(data) ? data.actions : undefined;
  if (!Array.isArray(actions) || actions.length === 0) return undefined;
  return batchTraits(actions.map(toRequest));
}

function toRequest(action: unknown): HttpRequest {
  const { method, relative_path } = isObject(action) ? action : {};
  const verb = String(method).toUpperCase();
  const [path = ''] = String(relative_path).split('?');
  const endpoint = findEndpoint(verb, path);
  return { method: verb, path, ...(endpoint && traitsOf(endpoint)) };
}
