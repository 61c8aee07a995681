/**
 * The worker waits for an answer to each line of a log before it sends the
 * next: 2,000 lines took 9 s. So in any five seconds the first requests have a
 * line each, and the rest share one.
 */
const period = 5000;
const mostLines = 10;

/** What came of a request. */
export interface LoggedRequest {
  readonly now: number;
  readonly line: string;
  /** Its status, or why there was none. */
  readonly outcome: string;
}

/** Returns the lines to write after each request. */
export type Digest = (request: LoggedRequest) => string[];

export function createDigest(): Digest {
  let start = -Infinity;
  let lines = 0;
  let rest = new Map<string, number>();

  const summary = (): string[] => {
    if (rest.size === 0) return [];
    const counts = [...rest].map(([outcome, count]) => `${count} × ${outcome}`);
    const total = [...rest.values()].reduce((sum, count) => sum + count);
    return [`… and ${total} more requests in these 5 s: ${counts.join(', ')}`];
  };

  return ({ now, line, outcome }) => {
    const before = now - start >= period ? summary() : [];
    if (now - start >= period) {
      start = now;
      lines = 0;
      rest = new Map();
    }
    if (lines < mostLines) {
      lines++;
      return [...before, line];
    }
    rest.set(outcome, (rest.get(outcome) ?? 0) + 1);
    return before;
  };
}
