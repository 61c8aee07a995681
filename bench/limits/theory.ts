import type { QuotaShape } from '../../sandbox/src/index.js';

export interface Load {
  readonly shape: QuotaShape;
  readonly perMinute: number;
  readonly writes: number;
}

/** Asana's, for writes. */
export const slots = 15;

/** How long the sandbox waits before an answer, in virtual milliseconds. */
export const latency = 20;

const minute = 60;

/**
 * The seconds that the writes take for somebody who knows the quota and wastes
 * nothing, from `start`, in seconds of the server's clock.
 *
 * - With all slots in use `slots / latency` writes pass in a second.
 * - `sliding`: `perMinute` writes at once, the next ones a minute after them.
 * - `fixed`: `perMinute` writes in what is left of this minute of the clock,
 *   and again from each full minute on.
 * - `bucket`: a tenth at once, the rest as it fills up: `perMinute / 60` in a
 *   second, which is slower than the slots.
 *
 * @param ms - How long one of them takes, in virtual milliseconds.
 */
export function leastSeconds(load: Load, start: number, ms = latency): number {
  const { shape, perMinute, writes } = load;
  const perSecond = slots / (ms / 1000);
  if (shape === 'bucket') {
    return (writes - perMinute / 10) / (perMinute / minute);
  }
  let time = start;
  let left = writes;
  for (;;) {
    const end =
      shape === 'fixed'
        ? (Math.floor(time / minute) + 1) * minute
        : time + minute;
    const fit = Math.min(perMinute, (end - time) * perSecond);
    if (left <= fit) return time - start + left / perSecond;
    left -= fit;
    time = end;
  }
}
