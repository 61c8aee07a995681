/** How one attempt at a request ended. */
export type Outcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** In milliseconds; `undefined` when Asana did not say. */
      readonly retryAfter: number | undefined;
    }
  | {
      readonly kind: 'failure';
      /** The request surely did not reach Asana. */
      readonly unreached: boolean;
      /** Trying again may help. */
      readonly passing: boolean;
    };

/** Wait and send again, or be content with the outcome. */
export type Decision =
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'stop' };

export interface Attempt {
  /** 1 for the first. */
  readonly attempt: number;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  readonly outcome: Outcome;
  /** From 0 up to, but not including, 1. */
  readonly random: number;
}

const mostAttempts = 5;
const firstDelay = 500;
const longestDelay = 16_000;

/**
 * A default run lasts 300 seconds. A longer wait than this would use it up,
 * and cutting the wait short would only cost more of the quota.
 */
export const longestRetryAfter = 120_000;

const stop: Decision = { kind: 'stop' };

/** What to do after an attempt. */
export function decideRetry({
  attempt,
  repeatable,
  outcome,
  random,
}: Attempt): Decision {
  if (attempt >= mostAttempts) return stop;
  const growing = Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
  // Never zero: an immediate repetition meets the same trouble.
  const jittered = Math.ceil(growing * (0.5 + random / 2));

  if (outcome.kind === 'failure') {
    return outcome.passing && (outcome.unreached || repeatable)
      ? wait(jittered)
      : stop;
  }
  if (outcome.status === 429) {
    const { retryAfter } = outcome;
    if (retryAfter === undefined) return wait(jittered);
    return retryAfter > longestRetryAfter
      ? stop
      : wait(Math.max(retryAfter, firstDelay));
  }
  // 501 says that it will never work; every other 5xx may pass.
  return outcome.status >= 500 && outcome.status !== 501 && repeatable
    ? wait(jittered)
    : stop;
}

const wait = (milliseconds: number): Decision => ({
  kind: 'wait',
  milliseconds,
});
