import { isObject } from '../core/arguments.js';
import { mostActions } from '../core/batch/chunk.js';
import { rawBatchTraits } from '../core/batch/raw-actions.js';
import { toRequest } from '../core/endpoint.js';
import { perform } from '../core/operation.js';
import { invalidArgument } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';

const isAction = (action: unknown): boolean =>
  isObject(action) && typeof action.relative_path === 'string';

/** The operation that hands a batch to Asana as it is. */
export function sendActions(data: unknown, params?: unknown): Operation {
  return async state => {
    const operation = 'createBatchRequest';
    const given = await readArguments(state, operation, {
      gids: [],
      data,
      params,
    });
    const actions = given.data?.actions;
    const list: readonly unknown[] = Array.isArray(actions) ? actions : [];
    if (!list.every(isAction)) {
      throw invalidArgument(
        labelOf(operation),
        'one of the "actions" has no "relative_path"',
        'Write { actions: [{ method: "get", relative_path: "/tasks/1206933955023739" }] }, or use batch([{ method, path, data, params }, …]).'
      );
    }
    if (list.length > mostActions) {
      throw invalidArgument(
        labelOf(operation),
        `there are ${list.length} actions, and Asana takes ${mostActions} at a time`,
        'Use batch([{ method, path, data, params }, …]): it takes any number of requests.'
      );
    }
    const request = toRequest(endpoints[operation], given);
    return perform(state, { ...request, ...rawBatchTraits(request.body) });
  };
}
