import { environment } from '../http/environment.js';
import type { Send } from '../http/layer.js';

export interface AsanaClock {
  readonly send: Send;
  /** When the first request was answered, in milliseconds. */
  startedAt(): number;
}

/**
 * Notes what time it is for Asana when a run begins. The next run asks for what
 * was modified since then: by the clock of a worker that is fast, changes would
 * be left out. Without a `Date` in the answer that clock has to do.
 */
export function asanaClock(send: Send): AsanaClock {
  let time: number | undefined;
  return {
    async send(request) {
      const before = environment.now();
      const response = await send(request);
      const date = Date.parse(String(response.headers.date));
      time ??= Number.isNaN(date) ? before : date;
      return response;
    },
    startedAt: () => time ?? environment.now(),
  };
}
