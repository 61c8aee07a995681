import { lanesThatWait } from '../queue/attempts.js';
import type { Store } from '../store/open.js';
import { createAttempt } from './attempt.js';
import { usualLimits, type BatchLimits } from './batch.js';
import { hasten, newLane, nextLane, untilNext, type Lane } from './lanes.js';
import type { Send } from './send.js';

export type { Send } from './send.js';

export interface ForwarderOptions {
  readonly store: Pick<Store, 'db'>;
  readonly send: Send;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** In milliseconds of a clock that nobody sets; by default, the process's. */
  readonly steady?: () => number;
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
 * Hands on what waits, from the first call of `wake`: one batch of a lane at a
 * time and in order, several lanes at once, and each until it has arrived or is
 * given up.
 */
export function createForwarder(options: ForwarderOptions): Forwarder {
  const { store, now, after, width, log, random } = options;
  const limits = options.limits ?? usualLimits;
  const steady = options.steady ?? (() => performance.now());
  const { attempt, setBack } = createAttempt({ ...options, limits, steady });
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  const calledOff = new AbortController();
  let isStopped = false;
  let callOff = () => {};

  const add = (name: string) => {
    if (lanes.has(name)) return;
    lanes.set(name, {
      ...newLane(name, limits.deliveries),
      notBefore: steady(),
    });
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
      const lane = nextLane(lanes.values(), steady());
      if (lane === undefined) break;
      const work = advance(lane).finally(() => {
        underWay.delete(work);
        pump();
      });
      underWay.add(work);
    }
    if (isStopped) return;
    const isFull = underWay.size >= width;
    const next = isFull ? undefined : untilNext(lanes.values(), steady());
    callOff = after(Math.min(next ?? lookAgainMs, lookAgainMs), () => {
      look();
      pump();
    });
  };

  const advance = async (lane: Lane): Promise<void> => {
    lane.isBusy = true;
    try {
      const turn = await attempt(lane, calledOff.signal);
      if (turn === 'empty') lanes.delete(lane.name);
      if (turn === 'passed') hasten(lanes.values(), steady(), random);
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

  return {
    wake(name) {
      if (name === undefined) look();
      else add(name);
      if (underWay.size < width) pump();
    },
    hurry(name) {
      const lane = lanes.get(name);
      if (lane) lane.notBefore = steady();
      pump();
    },
    nextAttempt(name) {
      const lane = lanes.get(name);
      return lane && now() + Math.round(lane.notBefore - steady());
    },
    async stop(graceMs) {
      isStopped = true;
      callOff();
      const forget = after(graceMs, () => calledOff.abort());
      await Promise.all(underWay);
      forget();
    },
  };
}

const codeOf = (error: unknown): string => {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return String(code ?? name);
};
