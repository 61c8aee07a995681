import { plans } from './learn.js';

/** By how much a pace grows after a time without a rejection. */
const steps = {
  suspected: { factor: 2, after: 5000 },
  plan: { factor: 1.02, after: 30_000 },
  other: { factor: 1.1, after: 15_000 },
};

/**
 * Others may have used a store when it was measured: as long as all goes well,
 * the pace grows, and each time by more. The next rejection measures it anew.
 */
export interface Growth {
  restart(now: number): void;
  /** The budget to keep to, if it has changed. */
  next(now: number, budget: number, isSure: boolean): number | undefined;
}

export function createGrowth(): Growth {
  let since = -Infinity;
  let times = 0;
  let grown = 1;
  return {
    restart(now) {
      since = now;
      times = 0;
      grown = 1;
    },
    next(now, budget, isSure) {
      const { factor, after } = !isSure
        ? steps.suspected
        : plans.includes(budget)
          ? steps.plan
          : steps.other;
      if (now - since < after) return undefined;
      since = now;
      grown *= isSure ? factor ** (2 ** times++) : factor;
      return budget * grown;
    },
  };
}
