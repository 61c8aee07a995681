/** A clock that stands still until a test moves it. */
export interface Clock {
  readonly now: () => number;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** Goes on until the condition holds, from one timer to the next. */
  runUntil(condition: () => boolean): Promise<void>;
  /** Goes on for so long, and lets everything happen that is due. */
  pass(milliseconds: number): Promise<void>;
}

export function createClock(start = Date.UTC(2026, 0, 5)): Clock {
  let time = start;
  const timers = new Map<object, { at: number; callback: () => void }>();
  const fireNext = (until: number): boolean => {
    const [next] = [...timers].sort(([, a], [, b]) => a.at - b.at);
    if (next === undefined || next[1].at > until) return false;
    const [key, { at, callback }] = next;
    timers.delete(key);
    time = Math.max(time, at);
    callback();
    return true;
  };
  return {
    now: () => time,
    after(milliseconds, callback) {
      const key = {};
      timers.set(key, { at: time + milliseconds, callback });
      return () => void timers.delete(key);
    },
    async runUntil(condition) {
      for (let step = 0; step < 100_000; step += 1) {
        await settle();
        if (condition()) return;
        if (!fireNext(Infinity)) throw new Error('Nothing more will happen.');
      }
      throw new Error('It does not come to an end.');
    },
    async pass(milliseconds) {
      const end = time + milliseconds;
      await settle();
      while (fireNext(end)) await settle();
      time = end;
    },
  };
}

/** A flush of the queue takes a turn of the event loop, and leads to others. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
