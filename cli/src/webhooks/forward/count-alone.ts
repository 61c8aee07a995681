import type { Waiting } from '../queue/delivery.js';
import type { Alone } from './lanes.js';

export interface Moment {
  readonly at: number;
  /** When anything got through for the last time. */
  readonly passedAt: number | undefined;
  /** For how long that shows that the receiver works. */
  readonly provenForMs: number;
}

/**
 * Counts one more failure of a delivery that was sent by itself. The time since
 * the one before is held against it while the receiver takes what others send.
 */
export function countAlone(
  before: Alone | undefined,
  { place }: Pick<Waiting, 'place'>,
  { at, passedAt = -Infinity, provenForMs }: Moment
): Alone {
  if (before?.place !== place) {
    return { place, since: at, at, failures: 1, provenMs: 0 };
  }
  const isProven = at - passedAt <= provenForMs;
  const proven = isProven ? Math.min(at - before.at, provenForMs) : 0;
  return {
    ...before,
    at,
    failures: before.failures + 1,
    provenMs: before.provenMs + proven,
  };
}
