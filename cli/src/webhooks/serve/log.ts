import type { Surroundings } from '../../surroundings.js';
import { tell } from '../../terminal/output.js';

/** Writes a line that somebody should read. */
export type Log = (line: string) => void;

type Times = Pick<Surroundings, 'stderr' | 'now'>;

/** Writes lines with their time. */
export const createLog =
  (surroundings: Times): Log =>
  line =>
    tell(surroundings, `${new Date(surroundings.now()).toISOString()} ${line}`);

/** Enough to see what happens, and too little to fill a disk. */
const mostAMinute = 60;
const minute = 60_000;

/**
 * The same log for lines that any stranger can cause: it counts what is too
 * many. It is apart, so that nobody can silence what the server itself says.
 */
export function limitLines(log: Log, now: Times['now']): Log {
  let since = -Infinity;
  let lines = 0;
  return line => {
    const time = now();
    if (Math.abs(time - since) >= minute) {
      const left = lines - mostAMinute;
      if (left > 0) log(`${left} more lines were left out.`);
      since = time;
      lines = 0;
    }
    lines += 1;
    if (lines <= mostAMinute) log(line);
  };
}
