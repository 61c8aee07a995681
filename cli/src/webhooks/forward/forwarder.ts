import type { Waiting } from '../queue/delivery.js';
import {
  failingSince,
  lanesThatWait,
  recordFailure,
  recordSuccess,
  waitingIn,
} from '../queue/attempts.js';
import type { Store } from '../store/open.js';
import { backOffMs } from './back-off.js';
import { firstBatch, usualLimits, type BatchLimits } from './batch.js';
import { isGivenUp } from './fate.js';
import { hasten, newLane, nextLane, untilNext, type Lane } from './lanes.js';
import type { Failure, Outcome } from './outcome.js';

/** Hands a batch on. It does not throw. */
export type Send = (
  batch: readonly Waiting[],
  signal: AbortSignal
) => Promise<Outcome>;

export interface ForwarderOptions {
  readonly store: Pick<Store, 'db'>;
  readonly send: Send;
  readonly now: () => number;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  readonly random: () => number;
  readonly log: (line: string) => void;
  /** How many lanes at a time. */
  readonly width: number;
  readonly deadAfterMs: number;
  readonly limits?: BatchLimits;
}

export interface Forwarder {
  /** Something new waits, in that lane, or who knows where. It begins with it. */
  wake(lane?: string): void;
  /** Tries a lane now, however long it was to wait. */
  hurry(lane: string): void;
  /** When a lane is tried again; `undefined` if it is not waiting for that. */
  nextAttempt(lane: string): number | undefined;
  /**
   * Begins nothing more, and resolves when what is under way has ended, or
   * some time later than it was called off: it is sent again then.
   */
  stop(graceMs: number): Promise<void>;
}

/** How soon what another process has put into the queue is found. */
const lookAgainMs = 1000;

/**
 * Hands on what waits, from the first call of `wake`: one batch of a lane at a time and in order, several
 * lanes at once, and each until it has arrived or is given up.
 */
export function createForwarder(options: ForwarderOptions): Forwarder {
  const { store, now, after, width, log } = options;
  const limits = options.limits ?? usualLimits;
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  const calledOff = new AbortController();
  let isStopped = false;
  let callOff = () => {};

  const add = (name: string) => {
    if (lanes.has(name)) return;
    lanes.set(name, { ...newLane(name, limits.deliveries), notBefore: now() });
  };

  /** What this process did not put in itself, or has not seen since it started. */
  const look = () => {
    try {
      for (const name of lanesThatWait(store)) add(name);
    } catch (error) {
      log(`The database fails (${codeOf(error)}).`);
    }
  };

  const pump = () => {
    callOff();
    while (!isStopped && underWay.size < width) {
      const lane = nextLane(lanes.values(), now());
      if (lane === undefined) break;
      const work = advance(lane).finally(() => {
        underWay.delete(work);
        pump();
      });
      underWay.add(work);
    }
    if (isStopped) return;
    const isFull = underWay.size >= width;
    const next = isFull ? undefined : untilNext(lanes.values(), now());
    callOff = after(Math.min(next ?? lookAgainMs, lookAgainMs), () => {
      look();
      pump();
    });
  };

  const advance = async (lane: Lane): Promise<void> => {
    lane.isBusy = true;
    try {
      await advanceBatch(lane);
    } catch (error) {
      // The disk may be full: what has been sent is sent again.
      setBack(lane, {});
      log(
        `The database fails (${codeOf(error)}). The next attempt is made soon.`
      );
    } finally {
      lane.isBusy = false;
    }
  };

  const advanceBatch = async (lane: Lane): Promise<void> => {
    const batch = (lane.batch ??= take(lane));
    if (batch.length === 0) return void lanes.delete(lane.name);
    const outcome = await options.send(batch, calledOff.signal);
    if (calledOff.signal.aborted && outcome.kind === 'failed') return;
    const places = batch.map(({ place }) => place);
    if (outcome.kind === 'failed') return fail(lane, batch, outcome);
    await recordSuccess(store, { lane: lane.name, places, now: now() });
    if (lane.failures > 0) log(`Resource ${lane.name} gets through again.`);
    Object.assign(lane, {
      batch: undefined,
      failures: 0,
      notBefore: now(),
      isAskedToWait: false,
      most: Math.min(lane.most * 2, limits.deliveries),
    });
    hasten(lanes.values(), now(), options.random);
  };

  const take = (lane: Lane) =>
    firstBatch(waitingIn(store, lane.name, lane.most), limits);

  const fail = async (
    lane: Lane,
    batch: readonly Waiting[],
    failure: Failure
  ): Promise<void> => {
    const time = now();
    const isTriedOneByOne = failure.isRefused === true && batch.length > 1;
    if (isTriedOneByOne) Object.assign(lane, { most: 1, notBefore: time });
    else setBack(lane, failure);
    const trial = {
      failingSince: failingSince(store, lane.name, time),
      failures: lane.failures,
      together: batch.length,
    };
    const givenUp = batch.filter(({ waitingSince }) =>
      isGivenUp({ ...trial, waitingSince }, failure, {
        now: time,
        deadAfterMs: options.deadAfterMs,
      })
    );
    await recordFailure(store, {
      lane: lane.name,
      places: batch.map(({ place }) => place),
      now: time,
      reason: failure.reason,
      givenUp: givenUp.map(({ place }) => place),
    });
    if (isTriedOneByOne || givenUp.length > 0) lane.batch = undefined;
    if (isTriedOneByOne) return;
    // Once when it begins; then the page tells.
    if (lane.failures === 1) log(toldOfFailure(lane.name, failure));
    if (givenUp.length > 0) {
      log(toldOfLoss(lane.name, failure, givenUp.length));
    }
  };

  const setBack = (lane: Lane, { retryAfterMs }: Partial<Failure>) => {
    lane.failures += 1;
    const wait = backOffMs(
      { failures: lane.failures, retryAfterMs },
      options.random
    );
    lane.notBefore = now() + wait;
    lane.isAskedToWait = retryAfterMs !== undefined;
  };

  return {
    wake(name) {
      if (name === undefined) look();
      else add(name);
      if (underWay.size < width) pump();
    },
    hurry(name) {
      const lane = lanes.get(name);
      if (lane) lane.notBefore = now();
      pump();
    },
    nextAttempt: name => lanes.get(name)?.notBefore,
    async stop(graceMs) {
      isStopped = true;
      callOff();
      const forget = after(graceMs, () => calledOff.abort());
      await Promise.all(underWay);
      forget();
    },
  };
}

const toldOfFailure = (lane: string, { reason }: Failure): string =>
  `Resource ${lane} does not get through. ${reason} It is tried again until it does.`;

const toldOfLoss = (lane: string, { reason }: Failure, lost: number): string =>
  `Resource ${lane}: ${lost} of its deliveries are given up. ${reason} The page has a button that tries them again.`;

const codeOf = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return String(code ?? name);
};
