import type { HttpResponse } from '../types.js';
import { effectOf } from './effect.js';
import type { Environment } from './environment.js';
import {
  isRepeatable,
  type HttpRequest,
  type Layer,
  type Send,
} from './layer.js';
import { lostDeletion } from './lost-deletion.js';
import { NetworkFailure } from './network-error.js';
import { outcomeOfAnswer, outcomeOfFailure } from './outcome.js';
import { decideRetry, isRateLimited } from './retry-decision.js';

/**
 * Sends again what failed, where that cannot do anything twice. Each attempt
 * passes on the same request: the throttle knows it by that and keeps its place
 * in the queue. The throttle also holds every call after a 429; both count the
 * wait from the same answer, so a wait here adds nothing to it.
 */
export const createRetry =
  (
    { now, sleep, random }: Environment,
    warn: (line: string, reason: string) => void
  ): Layer =>
  next =>
  async request => {
    let firstLeft: number | undefined;
    let failures = 0;
    let refusals = 0;
    let isInDoubt = false;

    for (;;) {
      const result = await settle(next, request);
      const time = now();
      // It may have waited in the throttle for long before it left.
      firstLeft ??= time - result.duration;
      const outcome =
        result instanceof NetworkFailure
          ? outcomeOfFailure(result)
          : outcomeOfAnswer(result, time);
      if (isInDoubt && !(result instanceof NetworkFailure)) {
        const deleted = lostDeletion(request, result);
        if (deleted !== undefined) return deleted;
      }
      if (isRateLimited(outcome)) refusals++;
      else failures++;

      const decision = decideRetry({
        outcome,
        failures,
        refusals,
        elapsed: time - firstLeft,
        repeatable: isRepeatable(request),
        random: random(),
      });
      if (decision.kind === 'stop') {
        if (!(result instanceof NetworkFailure)) return result;
        // That the last attempt sent nothing says nothing of those before it.
        throw result.unreached && isInDoubt
          ? new NetworkFailure(result.reason, { ...result, unreached: false })
          : result;
      }
      isInDoubt ||= effectOf(outcome) === 'unknown';
      // Of a 429 the throttle tells, once for all the requests that meet it.
      if (!isRateLimited(outcome)) {
        const why = reasonOf(result);
        warn(
          `${request.method} ${request.path}: ${why}, trying again in ${seconds(decision.milliseconds)}`,
          why
        );
      }
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

const reasonOf = (result: HttpResponse | NetworkFailure): string => {
  if (result instanceof NetworkFailure) return result.reason;
  const status = `${result.statusCode} ${result.statusMessage}`;
  return result.statusCode < 300 ? `${status}, unreadable` : status;
};

const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(1)} s`;
