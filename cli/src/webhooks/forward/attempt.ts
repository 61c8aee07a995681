import type { Waiting } from '../queue/delivery.js';
import {
  failingSince,
  isDoubted,
  recordFailure,
  recordSuccess,
  waitingIn,
} from '../queue/attempts.js';
import type { Store } from '../store/open.js';
import { backOffMs } from './back-off.js';
import { firstBatch, type BatchLimits } from './batch.js';
import { countAlone } from './count-alone.js';
import { earlyMs, fewestAttempts, isGivenUp, provenForMs } from './fate.js';
import type { Lane } from './lanes.js';
import type { Failure } from './outcome.js';
import type { Send } from './send.js';

export interface AttemptOptions {
  readonly store: Pick<Store, 'db'>;
  readonly send: Send;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** In milliseconds of a clock that nobody sets. */
  readonly steady: () => number;
  readonly random: () => number;
  readonly log: (line: string) => void;
  readonly limits: BatchLimits;
  readonly deadAfterMs: number;
}

/** What a lane's turn has come to. */
export type Turn = 'passed' | 'failed' | 'empty' | 'called off';

/** Makes one attempt of a lane at a time, and keeps what became of it. */
export function createAttempt(options: AttemptOptions) {
  const { store, now, steady, log, limits, deadAfterMs } = options;
  /** When anything got through, in whatever lane. */
  let passedAt: number | undefined;

  const attempt = async (lane: Lane, signal: AbortSignal): Promise<Turn> => {
    const batch = (lane.batch ??= firstBatch(
      waitingIn(store, lane.name, lane.most),
      limits
    ));
    if (batch.length === 0) return 'empty';
    const outcome = await options.send(batch, signal);
    if (signal.aborted && outcome.kind === 'failed') return 'called off';
    if (outcome.kind === 'failed') {
      await fail(lane, batch, outcome);
      return 'failed';
    }
    const places = batch.map(({ place }) => place);
    await recordSuccess(store, { lane: lane.name, places, now: now() });
    if (lane.failures > 0) log(`Resource ${lane.name} gets through again.`);
    passedAt = steady();
    Object.assign(lane, {
      batch: undefined,
      failures: 0,
      failingFrom: undefined,
      alone: undefined,
      notBefore: passedAt,
      isAskedToWait: false,
      most: Math.min(lane.most * 2, limits.deliveries),
    });
    return 'passed';
  };

  const fail = async (
    lane: Lane,
    batch: readonly Waiting[],
    failure: Failure
  ): Promise<void> => {
    const time = now();
    const isShared = batch.length > 1;
    const isRefused = failure.isRefused === true;
    lane.failingFrom ??= steady() - alreadyFor(lane, time);
    if (isShared && isRefused) lane.notBefore = steady();
    else setBack(lane, failure);
    if (!isShared) {
      lane.alone = countAlone(lane.alone, batch[0]!, {
        at: steady(),
        passedAt,
        provenForMs: provenForMs(deadAfterMs),
      });
    }
    const isOver = isLost(lane, batch, failure);
    await recordFailure(store, {
      lane: lane.name,
      places: batch.map(({ place }) => place),
      now: time,
      reason: failure.reason,
      givenUp: isOver ? [batch[0]!.place] : [],
    });
    const isNarrowed =
      isShared && (isRefused || lane.failures >= fewestAttempts);
    if (isNarrowed) lane.most = 1;
    if (isNarrowed || isOver) lane.batch = undefined;
    if (isShared && isRefused) return;
    // Once when it begins; then the page tells.
    if (lane.failures === 1) log(toldOfFailure(lane.name, failure));
    if (isOver) log(toldOfLoss(lane.name, failure));
  };

  /**
   * For how long it failed before this process did: never so long that it is
   * given up at once, since nobody may have tried meanwhile.
   */
  const alreadyFor = ({ name }: Lane, time: number): number => {
    const most = deadAfterMs - earlyMs(deadAfterMs);
    const known = time - failingSince(store, name, time);
    return Math.min(Math.max(known, 0), most);
  };

  const isLost = (
    { name, alone, failingFrom }: Lane,
    batch: readonly Waiting[],
    failure: Failure
  ): boolean => {
    const at = steady();
    const waited = now() - batch[0]!.waitingSince;
    return isGivenUp(
      {
        together: batch.length,
        aloneFailures: alone?.failures ?? 0,
        aloneMs: at - (alone?.since ?? at),
        provenMs: alone?.provenMs ?? 0,
        isLaneDoubted: isDoubted(store, name),
        laneMs: at - (failingFrom ?? at),
        // The clock was put back: the time of the lane has to do.
        waitedMs: waited < 0 ? Infinity : waited,
      },
      failure,
      deadAfterMs
    );
  };

  /** Has a lane wait before it is tried again. */
  const setBack = (lane: Lane, { retryAfterMs }: Partial<Failure>): void => {
    lane.failures += 1;
    const wait = { failures: lane.failures, retryAfterMs };
    lane.notBefore = steady() + backOffMs(wait, options.random);
    lane.isAskedToWait = retryAfterMs !== undefined;
  };

  return { attempt, setBack };
}

const toldOfFailure = (lane: string, { reason }: Failure): string =>
  `Resource ${lane} does not get through. ${reason} It is tried again until it does, or is given up.`;

const toldOfLoss = (lane: string, { reason }: Failure): string =>
  `Resource ${lane}: 1 of its deliveries is given up. ${reason} The page has a button that tries it again.`;
