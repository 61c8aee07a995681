import type { Surroundings } from '../../surroundings.js';
import { tell } from '../../terminal/output.js';

/** Strangers cause lines: they shall not fill the disk. */
const mostAMinute = 60;
const minute = 60_000;

/** Writes lines with their time, and counts what is too many. */
export function createLog(
  surroundings: Pick<Surroundings, 'stderr' | 'now'>
): (line: string) => void {
  let since = -Infinity;
  let lines = 0;
  const write = (line: string, now: number) =>
    tell(surroundings, `${new Date(now).toISOString()} ${line}`);
  return line => {
    const now = surroundings.now();
    if (now - since >= minute) {
      const left = lines - mostAMinute;
      if (left > 0) write(`${left} more lines were left out.`, now);
      since = now;
      lines = 0;
    }
    lines += 1;
    if (lines <= mostAMinute) write(line, now);
  };
}
