import { judgeData } from '../core/judge.js';
import { unwatched } from '../core/watch.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { forgetIndex, noteWrite } from './indexes.js';
import type { ProjectIndex } from './project-index.js';

/**
 * Sends a write of which `index` is brought in step by the caller; all other
 * indexes of the run are told of it. When there is no clear answer the index
 * cannot be brought in step: it is read again for the next operation.
 */
export async function writeOwn(
  send: Send,
  index: ProjectIndex,
  request: HttpRequest
): Promise<HttpResponse> {
  let response: HttpResponse | undefined;
  try {
    response = await unwatched(send)(request);
    return judgeData(request, response);
  } catch (error) {
    // Half of an answer may say 201 as well.
    if (!isRefusal(response)) forgetIndex(send, index);
    throw error;
  } finally {
    noteWrite(send, { request, response }, index);
  }
}

const isRefusal = (response: HttpResponse | undefined): boolean =>
  response !== undefined &&
  response.statusCode >= 300 &&
  response.statusCode < 500 &&
  response.statusCode !== 408;
