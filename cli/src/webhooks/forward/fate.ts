import type { Failure } from './outcome.js';

/** What the fate of a delivery is decided by. Times are in milliseconds. */
export interface Trial {
  /** How many deliveries were sent with it, itself included. */
  readonly together: number;
  /** How often it has failed by itself. */
  readonly aloneFailures: number;
  /** For how long it has failed by itself. */
  readonly aloneMs: number;
  /** How much of that time the receiver took what other resources sent. */
  readonly provenMs: number;
  /** Whether one was given up since its lane got through for the last time. */
  readonly isLaneDoubted: boolean;
  /** For how long nothing of its lane has gone through. */
  readonly laneMs: number;
  /** How long ago it came, or was put back. */
  readonly waitedMs: number;
}

/** Before that, a batch is sent again as it is: most failures pass. */
export const fewestAttempts = 5;

const share = 24;

/**
 * How soon one is given up that the receiver will not have, and how long a lane
 * is tried at least, whatever the clock says.
 */
export const earlyMs = (deadAfterMs: number): number => deadAfterMs / share;

/** For how long a receiver counts as working after it took something. */
export const provenForMs = (deadAfterMs: number): number =>
  earlyMs(deadAfterMs) / 6;

/**
 * Whether a delivery that has failed once more is given up, so that its lane
 * goes on. Only what fails by itself is, since the others of a batch are
 * innocent: after 24 hours by default, or after one where the receiver refuses
 * this very content, or takes what others send. The latter is done once until
 * the lane gets through: when the next one fails as well, it is not the content.
 */
export function isGivenUp(
  trial: Trial,
  { isRefused = false }: Pick<Failure, 'isRefused'>,
  deadAfterMs: number
): boolean {
  const { together, aloneFailures, aloneMs, provenMs } = trial;
  if (together > 1 || aloneFailures < fewestAttempts) return false;
  if (Math.min(trial.laneMs, trial.waitedMs) >= deadAfterMs) return true;
  const early = earlyMs(deadAfterMs);
  if (isRefused) return aloneMs >= early;
  return provenMs >= early && !trial.isLaneDoubted;
}
