import type { HttpRequest } from '../http/layer.js';
import type { Endpoint } from '../types.js';
import { toQuery } from './query.js';

/** What an operation gives to its endpoint. */
export interface EndpointArguments {
  /** In the order in which they stand in the path. */
  readonly gids?: readonly string[];
  readonly params?: Record<string, unknown>;
  /** What is written; Asana wants it in an envelope. */
  readonly data?: Record<string, unknown>;
}

/** A row of the table and the arguments of a job make a request. */
export function toRequest(
  endpoint: Endpoint,
  { gids = [], params = {}, data }: EndpointArguments
): HttpRequest {
  return {
    method: endpoint.method,
    path: fillPath(endpoint.path, gids),
    query: toQuery(params, endpoint.nullable),
    ...traitsOf(endpoint),
    ...(data === undefined ? undefined : { body: { data } }),
  };
}

/** What does not show in the method of a request. */
export const traitsOf = (
  endpoint: Endpoint
): Pick<HttpRequest, 'repeatable' | 'cost'> => ({
  ...(endpoint.repeatable && { repeatable: true }),
  ...costOf(endpoint),
});

/** A request of one kind that nothing is known of needs no cost of its own. */
export function costOf({
  method,
  startsJob,
  isSearch,
}: Endpoint): Pick<HttpRequest, 'cost'> {
  if (!startsJob && !isSearch) return {};
  const reads = method === 'GET' ? 1 : 0;
  return {
    cost: {
      reads,
      writes: 1 - reads,
      startsJob: startsJob !== undefined,
      isSearch,
    },
  };
}

/** Puts the gids in place of the names in braces, encoded. */
export function fillPath(path: string, gids: readonly string[]): string {
  const rest = [...gids];
  return path.replace(/\{\w+\}/g, () => encodeURIComponent(rest.shift() ?? ''));
}
