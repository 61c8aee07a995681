import type { HttpResponse } from '../types.js';
import type { NetworkFailure } from './network-error.js';
import { retryAfterOf } from './retry-after.js';

/** How one attempt at a request ended, as far as a decision rests on it. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** In milliseconds; `undefined` when Asana did not say. */
      readonly retryAfter: number | undefined;
      /** A success is a JSON object; a page or half a text is no answer. */
      readonly readable: boolean;
    }
  | {
      readonly kind: 'failure';
      /** The request surely did not reach Asana. */
      readonly unreached: boolean;
      /** Trying again may help. */
      readonly passing: boolean;
    };

export const outcomeOfAnswer = (
  answer: HttpResponse,
  now: number
): Outcome => ({
  kind: 'answer',
  status: answer.statusCode,
  retryAfter: retryAfterOf(answer.headers, now),
  readable: isReadable(answer),
});

export const outcomeOfFailure = ({
  unreached,
  passing,
}: NetworkFailure): Outcome => ({ kind: 'failure', unreached, passing });

/** All that Asana sends is a JSON object; an answer to HEAD has no body. */
export const isReadable = ({ method, body }: HttpResponse): boolean =>
  method === 'HEAD' ||
  (typeof body === 'object' && body !== null && !Array.isArray(body));
