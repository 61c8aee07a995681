import { count } from '../core/count.js';
import { toRequest } from '../core/endpoint.js';
import { loadDrainEvents } from '../core/load-drain-events.js';
import { connect, nextState } from '../core/operation.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { HttpResponse, Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';

/** An operation that reads what happened since a token that the job keeps. */
export function readEvents(
  operation: OperationName,
  gids: readonly unknown[],
  params?: unknown
): Operation {
  return async state => {
    const given = await readArguments(state, operation, { gids, params });
    const request = toRequest(endpoints[operation], given);
    const { drainEvents } = await loadDrainEvents();
    const { response, sync } = await drainEvents(connect(state), request);
    console.log(`${labelOf(operation)}: ${tell(response, given.params.sync)}`);
    const next = nextState(state, response);
    return { ...next, response: { ...next.response, sync, has_more: false } };
  };
}

function tell({ statusCode, body }: HttpResponse, sync: unknown): string {
  if (statusCode !== 412) return `fetched ${count(body.data.length, 'event')}`;
  return sync === undefined || sync === null || sync === ''
    ? 'got the first sync token: give it the next time, in "sync"'
    : 'the sync token was too old, and there is a new one: what happened in between is not among the events';
}
