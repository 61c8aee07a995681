import { toRequest } from '../core/endpoint.js';
import { perform } from '../core/operation.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { Operation } from '../types.js';
import { readArguments } from './read-arguments.js';

/** An operation that reads one record. */
export function readRecord(
  operation: OperationName,
  gids: readonly unknown[],
  params?: unknown
): Operation {
  return async state => {
    const given = await readArguments(state, operation, {
      gids,
      params,
    });
    return perform(state, toRequest(endpoints[operation], given));
  };
}
