import type { Totals } from '../queue/view.js';

export interface Health {
  readonly isWell: boolean;
  /** What is wrong, for a person. */
  readonly reasons: readonly string[];
  readonly waiting: number;
  readonly oldestWaitingSeconds: number;
  readonly givenUp: number;
  /** How many resources have failed for a while. */
  readonly failing: number;
}

/** By then a receiver is not slow, but away. */
export const lateAfterMs = 15 * 60_000;

/** What fails for less has mostly passed when somebody looks. */
export const failsAfterMs = 60_000;

/** Whose lane that is, nobody is told who has no token. */
export const toldOfFailing = (failing: number): string =>
  `${failing} ${failing === 1 ? 'resource fails' : 'resources fail'}: the page says why.`;

/** What a monitor is told, which is nothing of what is in the queue. */
export function judgeHealth(
  { waiting, givenUp, oldest }: Totals,
  failing: number,
  isWritable: boolean,
  now: number
): Health {
  const age = oldest === undefined ? 0 : Math.max(now - oldest, 0);
  const minutes = Math.floor(age / 60_000);
  const reasons = [
    ...(isWritable ? [] : ['Nothing can be written to the database.']),
    ...(failing === 0 ? [] : [toldOfFailing(failing)]),
    ...(age < lateAfterMs
      ? []
      : [`The oldest delivery has been waiting for ${minutes} minutes.`]),
    ...(givenUp === 0 ? [] : [toldOfGivenUp(givenUp)]),
  ];
  return {
    isWell: reasons.length === 0,
    reasons,
    waiting,
    oldestWaitingSeconds: Math.floor(age / 1000),
    givenUp,
    failing,
  };
}

const toldOfGivenUp = (givenUp: number): string =>
  `${givenUp} ${givenUp === 1 ? 'delivery was' : 'deliveries were'} given up: the page has a button.`;
