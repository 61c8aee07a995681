const minute = 60_000;
const hour = 60 * minute;

/** When what is sent to a webhook is sent, in milliseconds. */
export interface Pace {
  /** How long an answer may take. */
  readonly timeoutMs: number;
  /** How often an empty delivery asks whether the target is still there. */
  readonly heartbeatMs: number;
  /** How long after a first failure it is tried again. */
  readonly firstRetryMs: number;
  /** How long it is tried before the webhook is given up. */
  readonly giveUpMs: number;
}

/**
 * What Asana documents, but for the first pause, which it does not tell. A
 * target that comes back is told at the latest after as much time again as it
 * was away, as Asana says of an hour.
 */
export const asanaPace: Pace = {
  timeoutMs: 10_000,
  heartbeatMs: 8 * hour,
  firstRetryMs: minute,
  giveUpMs: 24 * hour,
};

/** The same, with hours and minutes that pass faster. Answers take their time. */
export const faster = (
  { timeoutMs, heartbeatMs, firstRetryMs, giveUpMs }: Pace,
  timeScale: number
): Pace => ({
  timeoutMs,
  heartbeatMs: heartbeatMs / timeScale,
  firstRetryMs: firstRetryMs / timeScale,
  giveUpMs: giveUpMs / timeScale,
});

/** The time of the next attempt: each pause is twice as long as the last. */
export function nextAttempt(
  now: number,
  failures: number,
  deadline: number,
  { firstRetryMs }: Pace
): number {
  return Math.min(now + firstRetryMs * 2 ** (failures - 1), deadline);
}
