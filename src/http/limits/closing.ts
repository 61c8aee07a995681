import type { HttpResponse } from '../../types.js';
import type { HttpRequest } from '../layer.js';

/**
 * A wait that Asana asks for and that is longer than a run can take. Until it
 * has passed nothing is sent, since that would count and be rejected as well:
 * each request gets the answer that Asana gave, with the seconds that are left.
 */
export interface Closing {
  begin(now: number, retryAfter: number, answer: HttpResponse): void;
  /** The answer to a request, as long as the wait lasts. */
  answerTo(request: HttpRequest, now: number): HttpResponse | undefined;
}

export function createClosing(): Closing {
  let until = -Infinity;
  let given: HttpResponse | undefined;
  return {
    begin(now, retryAfter, answer) {
      until = Math.max(until, now + retryAfter);
      given = answer;
    },
    answerTo({ method }, now) {
      if (given === undefined || now >= until) return undefined;
      const left = Math.ceil((until - now) / 1000);
      const headers = { ...given.headers, 'retry-after': String(left) };
      return { ...given, url: '', method, headers, duration: 0 };
    },
  };
}
