import type { Waiting } from '../queue/delivery.js';

/** How one delivery, sent by itself, has failed. Times are of the steady clock. */
export interface Alone {
  readonly place: number;
  readonly since: number;
  readonly at: number;
  readonly failures: number;
  readonly provenMs: number;
}

/**
 * What is known of a lane while something of it waits. Its times are of a clock
 * that nobody sets, so that it is tried when it should be, whatever the time of
 * day becomes.
 */
export interface Lane {
  readonly name: string;
  /** Sent as it is: its key tells a repetition. */
  batch: readonly Waiting[] | undefined;
  isBusy: boolean;
  /** How often it has failed, one after the other, since the start. */
  failures: number;
  /** When it would have begun to fail, had this process seen all of it. */
  failingFrom: number | undefined;
  alone: Alone | undefined;
  /** Not before this time. */
  notBefore: number;
  /** The receiver has asked for the wait, which nothing shortens then. */
  isAskedToWait: boolean;
  /** Fewer at a time after failures, to find the one that is to blame. */
  most: number;
}

export const newLane = (name: string, most: number): Lane => ({
  name,
  batch: undefined,
  isBusy: false,
  failures: 0,
  failingFrom: undefined,
  alone: undefined,
  notBefore: 0,
  isAskedToWait: false,
  most,
});

/**
 * The lane whose turn it is: of those that may be tried now, the one that
 * waits for the longest time.
 */
export function nextLane(lanes: Iterable<Lane>, now: number): Lane | undefined {
  let first: Lane | undefined;
  for (const lane of lanes) {
    if (lane.isBusy || lane.notBefore > now) continue;
    if (first === undefined || lane.notBefore < first.notBefore) first = lane;
  }
  return first;
}

/** How long it is until another lane may be tried. */
export function untilNext(
  lanes: Iterable<Lane>,
  now: number
): number | undefined {
  let least: number | undefined;
  for (const { isBusy, notBefore } of lanes) {
    if (isBusy) continue;
    least = Math.min(least ?? Infinity, Math.max(notBefore - now, 0));
  }
  return least;
}

const soonMs = 10_000;

/**
 * All lanes have the same receiver: when one gets through, the others need not
 * wait for long to find out, and come back one after the other.
 */
export function hasten(
  lanes: Iterable<Lane>,
  now: number,
  random: () => number
): void {
  for (const lane of lanes) {
    if (lane.isAskedToWait || lane.notBefore <= now + soonMs) continue;
    lane.notBefore = now + Math.round(soonMs * (1 - random() / 2));
  }
}
