import type { Verdict } from './learn.js';
import { minute, type Minute } from './minute.js';

/** Decides when requests may leave. */
export interface Pace {
  /**
   * 0 when they may leave now, else the milliseconds after which to ask again.
   * `Infinity` means that an answer must come first.
   */
  delay(moment: Moment): number;
  left(departure: Pick<Moment, 'now' | 'weight'>): void;
  setBudget(budget: number): void;
}

export interface Moment {
  readonly now: number;
  /** How many requests want to leave together. */
  readonly weight: number;
  /** How many are under way. */
  readonly inFlight: number;
}

/** No quota is known. */
export const unlimited: Pace = {
  delay: () => 0,
  left: () => {},
  setBudget: () => {},
};

/** The pace that keeps to a verdict from `start` on. */
export function paceOf(verdict: Verdict, past: Minute, start: number): Pace {
  switch (verdict.shape) {
    case 'sliding':
      return slidingPace(verdict.budget, past);
    case 'fixed':
      return fixedPace(verdict.budget, start);
    case 'bucket':
      return bucketPace(verdict.budget, start);
  }
}

/**
 * No more than `budget` in any minute. An answer comes after its request has
 * arrived, so whoever waits for a minute after the answer is never early.
 */
function slidingPace(budget: number, past: Minute): Pace {
  return {
    delay({ now, weight, inFlight }) {
      const room = Math.floor(budget) - weight - inFlight;
      if (past.count(now) <= room) return 0;
      if (room < 0 && inFlight > 0) return Infinity;
      // More at once than the whole budget goes when nothing else counts.
      return Math.max(0, past.downTo(now, Math.max(0, room)) - now);
    },
    left: () => {},
    setBudget(next) {
      budget = next;
    },
  };
}

/** No more than `budget` in each minute from `start` on. */
function fixedPace(budget: number, start: number): Pace {
  let opened = start;
  let used = 0;
  const open = (now: number): void => {
    const passed = Math.floor((now - opened) / minute);
    if (passed < 1) return;
    opened += passed * minute;
    used = 0;
  };
  return {
    delay({ now, weight }) {
      open(now);
      const hasRoom = used === 0 || used + weight <= budget;
      return hasRoom ? 0 : opened + minute - now;
    },
    left({ now, weight }) {
      open(now);
      used += weight;
    },
    setBudget(next) {
      budget = next;
    },
  };
}

/** A little slower than Asana refills, as clocks and networks are not exact. */
const caution = 0.98;

/** The store that is trusted, of the tenth of a minute's worth that it holds. */
const store = 0.09;

/**
 * A store of requests that fills up all the time. It starts empty, since that
 * is what it was when Asana rejected the last one.
 */
function bucketPace(budget: number, start: number): Pace {
  let level = 0;
  let filled = start;
  const most = (): number => Math.max(1, budget * store);
  const rate = (): number => (budget * caution) / minute;
  const fill = (now: number): void => {
    level = Math.min(most(), level + Math.max(0, now - filled) * rate());
    filled = Math.max(filled, now);
  };
  return {
    delay({ now, weight }) {
      fill(now);
      const missing = Math.min(weight, most()) - level;
      return missing <= 0 ? 0 : Math.ceil(missing / rate());
    },
    left({ now, weight }) {
      fill(now);
      level -= weight;
    },
    setBudget(next) {
      budget = next;
    },
  };
}
