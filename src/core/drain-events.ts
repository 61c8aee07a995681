import { AsanaError } from '../errors.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { judgeList } from './judge.js';

export interface Drained {
  /** The last answer, with all events in its body; a 412 is one as well. */
  readonly response: HttpResponse;
  /** From where to read the next time. */
  readonly sync: string;
}

/**
 * Reads all that happened since a token. Asana hands out the first token, and
 * one in place of a token that is too old, with a 412: that is no failure, but
 * says that events may be missing.
 */
export async function drainEvents(
  send: Send,
  first: HttpRequest
): Promise<Drained> {
  const events: unknown[] = [];
  // Asana gives some events at a time, and says whether there are more.
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
