import { effectOf } from './effect.js';
import type { Outcome } from './outcome.js';

/** Wait and send again, or be content with the outcome. */
export type Decision =
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'stop' };

export interface Attempt {
  /** How this attempt ended. */
  readonly outcome: Outcome;
  /** Attempts so far that ended otherwise than with a 429, with this one. */
  readonly failures: number;
  /** Attempts so far that ended with a 429, with this one. */
  readonly refusals: number;
  /** Since the first attempt left, in milliseconds. */
  readonly elapsed: number;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  /** From 0 up to, but not including, 1. */
  readonly random: number;
}

/** As many as Asana's Python SDK makes; more only put off the bad news. */
export const mostFailures = 5;

/**
 * A 429 says that nothing is wrong but the time. With other programs on the
 * same token there can be many until it is this request's turn.
 */
export const mostRefusals = 30;

/**
 * A default run lasts 300 seconds. A longer wait than this would use it up,
 * and cutting the wait short would only cost more of the quota.
 */
export const longestRetryAfter = 120_000;

/** Leaves a default run a minute, for the last attempt and for its error. */
export const longestTrying = 240_000;

const firstDelay = 500;
const longestDelay = 16_000;
/** An immediate repetition meets the same trouble. */
const shortestDelay = 100;

const stop: Decision = { kind: 'stop' };

/** What to do after an attempt. */
export function decideRetry(attempt: Attempt): Decision {
  const { outcome, failures, refusals, elapsed, random } = attempt;
  if (!mayHelp(outcome)) return stop;
  const isRefusal = isRateLimited(outcome);
  if (isRefusal ? refusals >= mostRefusals : failures >= mostFailures) {
    return stop;
  }
  if (!attempt.repeatable && effectOf(outcome) !== 'none') return stop;

  const asked = outcome.kind === 'answer' ? (outcome.retryAfter ?? 0) : 0;
  if (asked > longestRetryAfter) return stop;
  const own = jitter(isRefusal ? refusals : failures, random);
  const milliseconds = isRefusal && asked > 0 ? asked : Math.max(asked, own);
  return elapsed + milliseconds > longestTrying
    ? stop
    : { kind: 'wait', milliseconds };
}

export const isRateLimited = (outcome: Outcome): boolean =>
  outcome.kind === 'answer' && outcome.status === 429;

/** Whether another attempt could end better. */
function mayHelp(outcome: Outcome): boolean {
  if (outcome.kind === 'failure') return outcome.passing;
  return isRateLimited(outcome) || effectOf(outcome) === 'unknown';
}

/** Anything up to twice as long each time, so that many do not come at once. */
const jitter = (count: number, random: number): number =>
  Math.max(
    shortestDelay,
    Math.ceil(random * Math.min(longestDelay, firstDelay * 2 ** (count - 1)))
  );
