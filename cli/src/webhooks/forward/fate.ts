import type { Failure } from './outcome.js';

/** What the fate of a delivery is decided by. */
export interface Trial {
  /** When it came, or was put back. */
  readonly waitingSince: number;
  /** Since when nothing of its lane has gone through. */
  readonly failingSince: number;
  /** How often its lane has failed since this server started. */
  readonly failures: number;
  /** How many deliveries were sent with it, itself included. */
  readonly together: number;
}

/** Somebody who was away for a day gets more than one attempt. */
const fewestAttempts = 5;

/** What the receiver will not have, it will not have tomorrow either. */
const refusedShare = 24;

/**
 * Whether a delivery that has failed once more is given up, so that its lane
 * goes on. The time that counts is the one in which it waited while its lane
 * was failing: 24 hours by default, or one where the receiver refuses this
 * very content. A batch that is refused is tried one by one first.
 */
export function isGivenUp(
  { waitingSince, failingSince, failures, together }: Trial,
  { isRefused = false }: Pick<Failure, 'isRefused'>,
  { now, deadAfterMs }: { readonly now: number; readonly deadAfterMs: number }
): boolean {
  if (failures < fewestAttempts) return false;
  const waited = now - Math.max(waitingSince, failingSince);
  if (waited >= deadAfterMs) return true;
  return isRefused && together === 1 && waited >= deadAfterMs / refusedShare;
}
