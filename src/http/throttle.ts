import type { Environment } from './environment.js';
import { isRead, type Layer } from './layer.js';
import { parseRetryAfter } from './retry-after.js';
import { longestRetryAfter } from './retry-decision.js';
import { createSlots } from './slots.js';

/** https://developers.asana.com/docs/rate-limits: concurrent requests. */
const readsInFlight = 50;
const writesInFlight = 15;

/**
 * Keeps one token within its limits: no more requests in flight than Asana
 * allows, and after a 429 silence on every call until Asana listens again,
 * because a rejected request counts against the quota as well.
 */
export function createThrottle({ now, sleep }: Environment): Layer {
  const reads = createSlots(readsInFlight);
  const writes = createSlots(writesInFlight);
  let silentUntil = 0;

  return next => async request => {
    const slots = isRead(request) ? reads : writes;
    await slots.take();
    try {
      while (silentUntil > now()) await sleep(silentUntil - now());
      const response = await next(request);
      if (response.statusCode === 429) {
        const retryAfter = parseRetryAfter(
          response.headers['retry-after'],
          now()
        );
        // A longer wait fails the call, so it must not hold up the next ones.
        if (retryAfter !== undefined && retryAfter <= longestRetryAfter) {
          silentUntil = Math.max(silentUntil, now() + retryAfter);
        }
      }
      return response;
    } finally {
      slots.give();
    }
  };
}
