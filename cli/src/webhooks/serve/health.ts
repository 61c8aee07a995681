import type { Totals } from '../queue/view.js';

export interface Health {
  readonly isWell: boolean;
  /** What is wrong, for a person. */
  readonly reasons: readonly string[];
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly givenUp: number;
}

/** By then a receiver is not slow, but away. */
export const lateAfterMs = 15 * 60_000;

/** What a monitor is told, which is nothing of what is in the queue. */
export function judgeHealth(
  { waiting, givenUp, oldest }: Totals,
  isWritable: boolean,
  now: number
): Health {
  const age = oldest === undefined ? 0 : Math.max(now - oldest, 0);
  const minutes = Math.floor(age / 60_000);
  return {
    isWell: isWritable && age < lateAfterMs && givenUp === 0,
    reasons: [
      ...(isWritable ? [] : ['Nothing can be written to the database.']),
      ...(age < lateAfterMs
        ? []
        : [`The oldest delivery has been waiting for ${minutes} minutes.`]),
      ...(givenUp === 0
        ? []
        : [`${givenUp} deliveries were given up: the page has a button.`]),
    ],
    waiting,
    oldestWaitingSeconds: Math.floor(age / 1000),
    givenUp,
  };
}
