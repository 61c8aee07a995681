/** Coarse enough to stay small, fine enough to lose no time worth naming. */
const slot = 100;
export const minute = 60_000;
/** One more than a minute has: what came late in a slot is not dropped early. */
const slots = minute / slot + 1;

/** How many requests there were in the last minute. */
export interface Minute {
  add(now: number, requests: number): void;
  count(now: number): number;
  /** When the oldest of them was, or `undefined` without any. */
  oldest(now: number): number | undefined;
  /** When no more than `most` of them will be left. */
  downTo(now: number, most: number): number;
}

/** A ring of counters: memory does not grow with the number of requests. */
export function createMinute(): Minute {
  const counts = new Array<number>(slots).fill(0);
  let newest = 0;
  let total = 0;

  const advance = (now: number): void => {
    const current = Math.floor(now / slot);
    const first = Math.max(newest + 1, current - slots + 1);
    for (let index = first; index <= current; index++) {
      total -= counts[index % slots]!;
      counts[index % slots] = 0;
    }
    newest = Math.max(newest, current);
  };

  /** The slots of the last minute that count something, oldest first. */
  function* used(): Generator<{ index: number; requests: number }> {
    for (let index = newest - slots + 1; index <= newest; index++) {
      const requests = counts[((index % slots) + slots) % slots]!;
      if (requests > 0) yield { index, requests };
    }
  }

  return {
    add(now, requests) {
      advance(now);
      counts[newest % slots] = counts[newest % slots]! + requests;
      total += requests;
    },
    count(now) {
      advance(now);
      return total;
    },
    oldest(now) {
      advance(now);
      for (const { index } of used()) return index * slot;
      return undefined;
    },
    downTo(now, most) {
      advance(now);
      let left = total;
      let time = now;
      for (const { index, requests } of used()) {
        if (left <= most) break;
        left -= requests;
        time = (index + 1) * slot + minute;
      }
      return time;
    },
  };
}
