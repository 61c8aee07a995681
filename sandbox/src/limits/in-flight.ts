/** How many calls of a token may be under way at the same moment. */
export interface Concurrency {
  readonly reads: number;
  readonly writes: number;
}

/** Asana's limits: reads and writes do not take places from each other. */
export const asanaConcurrency: Concurrency = { reads: 50, writes: 15 };

/** The calls of one token that are under way. */
export interface InFlight {
  /** Takes places for all of these calls, or for none of them. */
  enter(calls: Concurrency): boolean;
  leave(calls: Concurrency): void;
}

export const createInFlight = (limit: Concurrency): InFlight => {
  let reads = 0;
  let writes = 0;
  return {
    enter(calls) {
      if (reads + calls.reads > limit.reads) return false;
      if (writes + calls.writes > limit.writes) return false;
      reads += calls.reads;
      writes += calls.writes;
      return true;
    },
    leave(calls) {
      reads -= calls.reads;
      writes -= calls.writes;
    },
  };
};
