import { minute } from './minute.js';

/**
 * https://developers.asana.com/docs/rate-limits: requests per minute of a free
 * and of a paid plan.
 */
export const plans: readonly number[] = [150, 1500];

/**
 * How Asana measures is not documented; the waits after rejections give it
 * away.
 *
 * - `sliding`: so many in any minute.
 * - `fixed`: so many in each minute of a clock.
 * - `bucket`: a store of a tenth, which fills up all the time.
 */
export type Shape = 'sliding' | 'fixed' | 'bucket';

export interface Verdict {
  readonly shape: Shape;
  /** Requests per minute. */
  readonly budget: number;
  /** When Asana accepts requests again: where a minute of a clock starts. */
  readonly opensAt: number;
}

/**
 * One rejection may come from what others did with the token, or from another
 * limit: it only raises a suspicion. Two that agree are believed for good.
 */
export interface Belief {
  readonly confirmed?: Verdict | undefined;
  readonly suspected?: Verdict | undefined;
}

/** What was seen when Asana rejected a request. Times in milliseconds. */
export interface Evidence {
  /** How long until Asana accepts requests again, and when that is. */
  readonly wait: number;
  readonly opensAt: number;
  /** Accepted since the start, or since the last silence ended. */
  readonly accepted: number;
  /** Answered in the last minute, before this: Asana counts rejected ones. */
  readonly inMinute: number;
  /** When the oldest request of the last minute will be a minute old. */
  readonly slidingWait: number;
  /** Since the first rejection of a row with short waits; 0 without a row. */
  readonly inRow: number;
  /** What Asana took or rejected in that time. */
  readonly answered: number;
  /** The most that was accepted in a minute. */
  readonly record: number;
}

/** `Retry-After` is in whole seconds, rounded up; an answer takes time. */
const early = 1500;
const late = 1500;

/** A shorter wait says nothing of a minute. */
const shortest = 3000;

/** A store has room again within this time, even after some rejections. */
export const shortWait = 8000;

/** Rejections are a row as long as they come within this. */
export const longestRow = 30_000;

/** A shorter row is not exact enough to raise what is believed. */
const longEnough = 5000;

/** Whoever is rejected after fewer requests met what others use. */
const fewest = 10;

/** How far numbers may be apart to be taken for the same. */
const near = { sliding: 0.1, fixed: 0.1, bucket: 0.2 };
const nearPlan = { sliding: 0.1, fixed: 0.05, bucket: 0.2 };

/** What a full store allows in a minute, of the budget, and a little more. */
const fullMinute = 1.2;

/** What a pace is cut to when it was too fast. */
const cut = 0.95;

/** What is believed after a rejection. */
export function revise(belief: Belief, evidence: Evidence): Belief {
  const { confirmed, suspected } = belief;
  const seen = suspect(evidence, confirmed?.shape === 'bucket');
  if (seen === undefined) return belief;
  if (confirmed?.shape === 'bucket' && seen.shape === 'bucket') {
    const isMore =
      seen.budget > confirmed.budget && evidence.inRow >= longEnough;
    const budget = Math.min(seen.budget, confirmed.budget * cut);
    return { confirmed: isMore ? seen : { ...seen, budget } };
  }
  if (confirmed !== undefined && agree(confirmed, seen)) return { confirmed };
  const isAgreed = suspected !== undefined && agree(suspected, seen);
  return isAgreed && !isDoubtful(seen, evidence)
    ? { confirmed: seen }
    : { confirmed, suspected: seen };
}

/** What a rejection looks like, taken by itself. */
function suspect(evidence: Evidence, isBucket: boolean): Verdict | undefined {
  const { wait, opensAt, accepted, inMinute, slidingWait } = evidence;
  const verdict = (shape: Shape, estimate: number): Verdict => ({
    shape,
    budget: nearestPlan(estimate, nearPlan[shape]),
    opensAt,
  });
  const isSliding = wait > slidingWait - early && wait < slidingWait + late;
  if (wait >= shortest && isSliding) return verdict('sliding', inMinute);
  const { inRow, answered } = evidence;
  const isRow = inRow > 0 && (isBucket || inRow <= longestRow);
  if (wait <= shortWait && isRow) {
    // From one rejection to the next, Asana answers as many as come back.
    return accepted > 0
      ? verdict('bucket', (answered / inRow) * minute)
      : undefined;
  }
  return accepted < fewest ? undefined : verdict('fixed', accepted);
}

/** A store that let more through in a minute than it can hold is none. */
const isDoubtful = (
  { shape, budget }: Verdict,
  { record }: Evidence
): boolean => shape === 'bucket' && budget * fullMinute < record;

function agree(one: Verdict, other: Verdict): boolean {
  if (one.shape !== other.shape) return false;
  const isNear = Math.abs(one.budget / other.budget - 1) <= near[one.shape];
  if (one.shape !== 'fixed') return isNear;
  const apart = Math.abs(one.opensAt - other.opensAt) % minute;
  return isNear && Math.min(apart, minute - apart) <= early;
}

/** The plan that an estimate is close to; else the estimate itself. */
function nearestPlan(estimate: number, tolerance: number): number {
  const plan = plans.find(known => Math.abs(estimate / known - 1) <= tolerance);
  return Math.max(1, plan ?? Math.floor(estimate));
}
