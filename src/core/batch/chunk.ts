import {
  costOf,
  isRepeatable,
  type Cost,
  type HttpRequest,
} from '../../http/layer.js';
import type { Action } from './action.js';

/** https://developers.asana.com/reference/batch-api */
export const mostActions = 10;

/** So many may be under way: a batch with more would be refused for ever. */
const mostJobs = 5;

/** Cuts a list of actions into those that Asana takes at a time. */
export function toChunks<T extends Pick<Action, 'request'>>(
  actions: readonly T[]
): T[][] {
  const chunks: T[][] = [];
  let jobs = 0;
  for (const action of actions) {
    const startsJob = action.request.cost?.startsJob === true;
    let chunk = chunks[chunks.length - 1];
    if (
      chunk === undefined ||
      chunk.length === mostActions ||
      (startsJob && jobs === mostJobs)
    ) {
      chunk = [];
      jobs = 0;
      chunks.push(chunk);
    }
    chunk.push(action);
    if (startsJob) jobs++;
  }
  return chunks;
}

/** The request for a chunk. */
export const toBatchRequest = (actions: readonly Action[]): HttpRequest => ({
  method: 'POST',
  path: '/batch',
  body: { data: { actions: actions.map(({ sent }) => sent) } },
  ...batchTraits(actions.map(({ request }) => request)),
});

/**
 * Asana counts each action of a batch as a request, and the batch itself as
 * none.
 */
export const batchTraits = (
  requests: readonly HttpRequest[]
): Pick<HttpRequest, 'repeatable' | 'cost'> => ({
  repeatable: requests.every(isRepeatableAsAWhole),
  cost: requests.map(costOf).reduce(add),
});

/**
 * A DELETE may be sent twice, but the second answer is a 404, which only means
 * a success to those who know of the first.
 */
const isRepeatableAsAWhole = (request: HttpRequest): boolean =>
  isRepeatable(request) && request.method !== 'DELETE';

const add = (sum: Cost, cost: Cost): Cost => ({
  reads: sum.reads + cost.reads,
  writes: sum.writes + cost.writes,
  startsJob: sum.startsJob || cost.startsJob,
  isSearch: sum.isSearch || cost.isSearch,
});
