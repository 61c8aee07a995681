import { minute } from './minute.js';

/**
 * https://developers.asana.com/docs/rate-limits: requests per minute of a free
 * and of a paid plan.
 */
export const plans: readonly number[] = [150, 1500];

/**
 * How Asana measures is not documented; the wait after a rejection gives it
 * away.
 *
 * - `sliding`: so many in any minute.
 * - `fixed`: so many in each minute of a clock.
 * - `bucket`: a store of a tenth, which fills up all the time.
 */
export type Shape = 'sliding' | 'fixed' | 'bucket';

/** What was seen when Asana rejected a request. Times in milliseconds. */
export interface Evidence {
  /** How long until Asana accepts requests again. */
  readonly wait: number;
  /** How many in a row, with this one, came after few accepted requests. */
  readonly puzzles: number;
  /** Accepted since the start, or since the last silence ended. */
  readonly accepted: number;
  /** How long that took. */
  readonly elapsed: number;
  /** Accepted in the last minute. */
  readonly inMinute: number;
  /** When the oldest request of the last minute will be a minute old. */
  readonly slidingWait: number;
}

export interface Verdict {
  readonly shape: Shape;
  /** Requests per minute. */
  readonly budget: number;
}

/** `Retry-After` is in whole seconds, rounded up; an answer takes time. */
const early = 1500;
const late = 2500;

/**
 * A store of either plan has room again within the first time, even after some
 * rejections. Less than half of the smallest plan is hardly a minute's worth,
 * so up to the second time it is taken for a store as well.
 */
const longestRefill = 8000;
const longestRefillOfFew = 30_000;

/**
 * Who is rejected after fewer requests met what others did with the token, and
 * learns nothing from it.
 */
const fewest = 10;

/** So many of these in a row, and what is believed cannot be right. */
const mostPuzzles = 5;

/** What a pace is cut to when it was too fast. */
const cut = 0.95;

/** How far an estimate may be from a plan to be taken for it. */
const near = { window: 0.1, wholeWindow: 0.05, bucket: 0.2 };

/** What a rejection tells, beside what was known before it. */
export function revise(
  earlier: Verdict | undefined,
  evidence: Evidence
): Verdict | undefined {
  // A pace that suits a bucket suits a window as well, only not the other way.
  if (earlier?.shape === 'bucket' && evidence.wait <= longestRefill) {
    return { ...earlier, budget: earlier.budget * cut };
  }
  if (!isPuzzling(evidence)) return learn(evidence);
  return earlier !== undefined && evidence.puzzles >= mostPuzzles
    ? { shape: 'bucket', budget: earlier.budget / 2 }
    : earlier;
}

/** Whether others seem to have caused the rejection: it teaches nothing. */
export const isPuzzling = ({ accepted }: Pick<Evidence, 'accepted'>): boolean =>
  accepted < fewest;

function learn(evidence: Evidence): Verdict {
  const { wait, accepted, elapsed, inMinute, slidingWait } = evidence;
  if (wait > slidingWait - early && wait < slidingWait + late) {
    return { shape: 'sliding', budget: nearestPlan(inMinute, near.window) };
  }
  const asWindow = nearestPlan(accepted, near.wholeWindow);
  // A whole plan at once is a minute's worth, unless there is room again at
  // once: then it was the store of the plan that is ten times larger.
  const longest = plans.includes(asWindow)
    ? 1000
    : asWindow < plans[0]! / 2
      ? longestRefillOfFew
      : longestRefill;
  return wait <= longest
    ? {
        shape: 'bucket',
        budget: nearestPlan(accepted / (0.1 + elapsed / minute), near.bucket),
      }
    : { shape: 'fixed', budget: asWindow };
}

/** The plan that an estimate is close to; else the estimate itself. */
function nearestPlan(estimate: number, tolerance: number): number {
  const plan = plans.find(known => Math.abs(estimate / known - 1) <= tolerance);
  return Math.max(1, plan ?? Math.floor(estimate));
}
