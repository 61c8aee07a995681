/**
 * The worker waits for an answer to each line of a log before it sends the
 * next: 2,000 lines took 9 s. So in any five seconds the first requests have a
 * line each, and the rest share one.
 */
const period = 5000;
const mostLines = 10;

export interface Digest {
  /**
   * Writes the line, or counts it.
   *
   * @param outcome - By what it is counted, such as a status.
   */
  readonly tell: (line: string, outcome: string) => void;
  /** Tells of what was counted and not told of so far. */
  readonly tellRest: () => void;
}

interface DigestOptions {
  readonly now: () => number;
  readonly write: (line: string) => void;
  /** What is counted, behind its number: `more requests`. */
  readonly more: string;
}

export function createDigest({ now, write, more }: DigestOptions): Digest {
  let start = -Infinity;
  let lines = 0;
  /** When something was written last. */
  let told = 0;
  let rest = new Map<string, number>();

  const tellRest = (): void => {
    if (rest.size === 0) return;
    const counts = [...rest].map(([outcome, count]) => `${count} × ${outcome}`);
    const total = [...rest.values()].reduce((sum, count) => sum + count);
    const seconds = ((now() - told) / 1000).toFixed(1);
    write(`… and ${total} ${more} in ${seconds} s: ${counts.join(', ')}`);
    told = now();
    rest = new Map();
  };

  return {
    tell(line, outcome) {
      if (now() - start >= period) {
        tellRest();
        start = now();
        lines = 0;
      }
      if (lines >= mostLines) {
        rest.set(outcome, (rest.get(outcome) ?? 0) + 1);
        return;
      }
      lines++;
      told = now();
      write(line);
    },
    tellRest,
  };
}
