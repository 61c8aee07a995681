import { judgeData } from '../core/judge.js';
import { unwatched } from '../core/watch.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { noteWrite } from './indexes.js';
import type { ProjectIndex } from './project-index.js';

/**
 * Sends a write of which `index` is brought in step by the caller; all other
 * indexes of the run are told of it.
 */
export async function writeOwn(
  send: Send,
  index: ProjectIndex,
  request: HttpRequest
): Promise<HttpResponse> {
  noteWrite(send, request, index);
  return judgeData(request, await unwatched(send)(request));
}
