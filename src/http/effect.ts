import type { Outcome } from './outcome.js';

/** What an attempt did in Asana, as far as its outcome tells. */
export type Effect = 'none' | 'unknown' | 'done';

/**
 * Asana carries out what it answers with 2xx and nothing of what it refuses.
 * A server error or a broken connection leaves it open. 408 says that the
 * server gave up waiting, without saying for what.
 */
export function effectOf(outcome: Outcome): Effect {
  if (outcome.kind === 'failure') return outcome.unreached ? 'none' : 'unknown';
  const { status, readable } = outcome;
  if (status < 300) return readable ? 'done' : 'unknown';
  return isOpen(status) ? 'unknown' : 'none';
}

/** 501 says that the server cannot do it at all. */
const isOpen = (status: number): boolean =>
  status === 408 || (status >= 500 && status !== 501);
