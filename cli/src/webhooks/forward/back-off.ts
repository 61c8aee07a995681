const firstWaitMs = 1000;
const longestWaitMs = 30_000;

export interface Setback {
  /** How many attempts have failed one after the other, this one included. */
  readonly failures: number;
  readonly retryAfterMs?: number | undefined;
}

/**
 * How long a lane waits after a failure: twice as long each time, up to
 * half a minute, and by chance up to half of it less, so that lanes that failed
 * together do not come back together. What the other side asks for is the
 * least of it.
 */
export function backOffMs(
  { failures, retryAfterMs = 0 }: Setback,
  random: () => number
): number {
  const doubled = firstWaitMs * 2 ** Math.min(failures - 1, 30);
  const wait = Math.min(doubled, longestWaitMs) * (1 - random() / 2);
  return Math.max(Math.round(wait), retryAfterMs);
}
