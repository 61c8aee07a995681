import type { SetTimer } from '../../src/asana/index.js';

/** A clock with timers, which stand still until they are told to go. */
export interface VirtualTime {
  readonly now: () => number;
  readonly setTimer: SetTimer;
  /** Lets time pass, and whatever it sets going finish. */
  pass(ms: number): Promise<void>;
}

/** 15 January 2026, 10:00 UTC. */
export const start = Date.UTC(2026, 0, 15, 10);

/** Waits until all that can go on without time has gone on. */
const settle = () => new Promise(resolve => setImmediate(resolve));

export function createVirtualTime(): VirtualTime {
  let time = start;
  const timers = new Set<{ readonly at: number; readonly call: () => void }>();
  return {
    now: () => time,
    setTimer(call, ms) {
      const timer = { at: time + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      const end = time + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        timers.delete(next);
        time = next.at;
        next.call();
      }
      time = end;
    },
  };
}
