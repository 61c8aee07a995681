import type { Environment } from '../../src/http/environment.js';

/** A clock that jumps to the next moment at which somebody waits. */
export interface VirtualTime extends Environment {
  /** Runs until the promise is settled. */
  run<T>(promise: Promise<T>): Promise<T>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export function virtualTime(start = 0, random = () => 0.5): VirtualTime {
  let time = start;
  const sleepers: Sleeper[] = [];
  const add = (sleeper: Sleeper): void => {
    let low = 0;
    let high = sleepers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sleepers[middle]!.at <= sleeper.at) low = middle + 1;
      else high = middle;
    }
    sleepers.splice(low, 0, sleeper);
  };
  return {
    now: () => time,
    random,
    sleep: milliseconds =>
      new Promise(wake => add({ at: time + Math.max(0, milliseconds), wake })),
    async run(promise) {
      let isSettled = false;
      const end = (): void => {
        isSettled = true;
      };
      promise.then(end, end);
      await idle();
      while (!isSettled) {
        const next = sleepers.shift();
        if (next === undefined) throw new Error('everybody waits for ever');
        time = Math.max(time, next.at);
        next.wake();
        await idle();
      }
      return promise;
    },
  };
}

/** After everything that can go on without time passing has gone on. */
const idle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
