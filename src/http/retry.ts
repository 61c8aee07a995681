import type { HttpResponse } from '../types.js';
import type { Environment } from './environment.js';
import {
  isRepeatable,
  type HttpRequest,
  type Layer,
  type Send,
} from './layer.js';
import { NetworkFailure } from './network-error.js';
import { parseRetryAfter } from './retry-after.js';
import { decideRetry, type Outcome } from './retry-decision.js';

/** Sends again what failed, where that cannot do anything twice. */
export const createRetry =
  ({ now, sleep, random }: Environment, warn: (line: string) => void): Layer =>
  next =>
  async request => {
    for (let attempt = 1; ; attempt++) {
      const result = await settle(next, request);
      const decision = decideRetry({
        attempt,
        repeatable: isRepeatable(request),
        outcome: toOutcome(result, now()),
        random: random(),
      });
      if (decision.kind === 'stop') {
        if (result instanceof NetworkFailure) throw result;
        return result;
      }
      warn(
        `${request.method} ${request.path}: ${reason(result)}, trying again in ${seconds(decision.milliseconds)}`
      );
      await sleep(decision.milliseconds);
    }
  };

async function settle(
  next: Send,
  request: HttpRequest
): Promise<HttpResponse | NetworkFailure> {
  try {
    return await next(request);
  } catch (error) {
    if (error instanceof NetworkFailure) return error;
    throw error;
  }
}

const toOutcome = (
  result: HttpResponse | NetworkFailure,
  now: number
): Outcome =>
  result instanceof NetworkFailure
    ? { kind: 'failure', unreached: result.unreached, passing: result.passing }
    : {
        kind: 'answer',
        status: result.statusCode,
        retryAfter: parseRetryAfter(result.headers['retry-after'], now),
      };

const reason = (result: HttpResponse | NetworkFailure): string =>
  result instanceof NetworkFailure
    ? result.reason
    : `${result.statusCode} ${result.statusMessage}`;

const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(1)} s`;
