import { plans } from './learn.js';
import type { Departure } from './traffic.js';

/** How many more than a plan allows may be under way before one is accepted. */
const daring = { read: 40, write: 1 };

/**
 * How many more go along for each accepted request after a silence. What comes
 * back after a long one may come bit by bit.
 */
const boldness = { sure: 1, afterShort: 0.2, afterLong: 0.12 };

/**
 * As long as nothing is sure, it may end at any of the known numbers. The first
 * requests beyond it go ahead alone: a rejected one costs quota.
 *
 * @param counts - What Asana may have counted, as it may count.
 */
export const isTooDaring = (
  { weight, kind }: Pick<Departure, 'weight' | 'kind'>,
  inFlight: number,
  counts: readonly number[]
): boolean =>
  inFlight > 0 &&
  counts.some(count =>
    plans.some(
      plan => count <= plan && count + inFlight + weight > plan + daring[kind]
    )
  );

/**
 * After a silence there may be room for one only: each accepted request lets a
 * few more go along, instead of a crowd to be rejected again.
 */
export const isTooHasty = (
  { weight }: Pick<Departure, 'weight'>,
  inFlight: number,
  accepted: number,
  after: keyof typeof boldness
): boolean =>
  inFlight > 0 && inFlight + weight > 1 + accepted * boldness[after];
