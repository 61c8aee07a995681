import { count } from '../core/count.js';
import { toRequest } from '../core/endpoint.js';
import { judgeList } from '../core/judge.js';
import { connect, nextState } from '../core/operation.js';
import { AsanaError } from '../errors.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse, Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';

/**
 * An operation that reads what happened since a token. Asana hands out the
 * first token, and one in place of a token that is too old, with a 412: that
 * is no failure, but says that events may be missing.
 */
export function readEvents(
  operation: OperationName,
  gids: readonly unknown[],
  params?: unknown
): Operation {
  return async state => {
    const given = await readArguments(state, operation, { gids, params });
    const request = toRequest(endpoints[operation], given);
    const { response, sync } = await drain(connect(state), request);
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

interface Drained {
  readonly response: HttpResponse;
  /** From where to read the next time. */
  readonly sync: string;
}

/** Asana gives some events at a time, and says whether there are more. */
async function drain(send: Send, first: HttpRequest): Promise<Drained> {
  const events: unknown[] = [];
  for (let request = first; ;) {
    const response = judgeEvents(request, await send(request));
    for (const event of response.body.data) events.push(event);
    const { sync, has_more } = response.body;
    const body = { ...response.body, data: events };
    if (has_more !== true) return { response: { ...response, body }, sync };
    if (sync === request.query?.sync) throw goesInCircles(request);
    request = { ...request, query: { ...request.query, sync } };
  }
}

/** A 412 with a token is an answer like any other, without events. */
function judgeEvents(
  request: HttpRequest,
  response: HttpResponse
): HttpResponse {
  const { statusCode, body } = response;
  if (statusCode === 412 && isToken(body?.sync)) {
    return { ...response, body: { ...body, data: [], has_more: false } };
  }
  const judged = judgeList(request, response);
  if (isToken(judged.body.sync)) return judged;
  throw new AsanaError(
    `${request.method} ${request.path}: the answer has no sync token`,
    {
      code: 'INVALID_RESPONSE',
      description: 'Without a token nobody can read on from here.',
      fix: 'Run the job again. If it happens again, check "baseUrl" in the credential, or tell the support of Asana.',
    }
  );
}

const isToken = (value: unknown): value is string =>
  typeof value === 'string' && value !== '';

/** To follow it would never end; to stop there could lose events. */
const goesInCircles = ({ method, path }: HttpRequest): AsanaError =>
  new AsanaError(`${method} ${path}: the events go round in circles`, {
    method,
    path,
    code: 'INVALID_RESPONSE',
    description:
      'Asana said that there are more events, and that they start where these did.',
    fix: 'Run the job again. If it happens again, start anew without "sync".',
  });
