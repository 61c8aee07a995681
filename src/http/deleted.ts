import type { HttpResponse } from '../types.js';
import type { HttpRequest } from './layer.js';

/**
 * The answer to a DELETE that came too late: an earlier attempt got no clear
 * answer, and now there is nothing left to delete. That attempt did it, so this
 * is the answer that it lost.
 */
export function alreadyDeleted(
  { method }: HttpRequest,
  answer: HttpResponse
): HttpResponse | undefined {
  return method === 'DELETE' && answer.statusCode === 404
    ? { ...answer, statusCode: 200, statusMessage: 'OK', body: { data: {} } }
    : undefined;
}
