import { setTimeout as sleep } from 'node:timers/promises';

/** A wait that ends early, without an error, when `stop` is aborted. */
export const createWait =
  (stop: AbortSignal) =>
  async (milliseconds: number): Promise<void> => {
    if (milliseconds <= 0) return;
    try {
      await sleep(milliseconds, undefined, { signal: stop });
    } catch (error) {
      if (!stop.aborted) throw error;
    }
  };
