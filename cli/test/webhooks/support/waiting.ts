import type { Waiting } from '../../../src/webhooks/queue/delivery.js';

/** A delivery that waits in the queue. */
export const waiting = (
  body = '{"events":[{"n":1}]}',
  index = 0,
  at = 0
): Waiting => ({
  place: index,
  id: `id-${index}`,
  hook: 'h',
  lane: '12',
  body,
  receivedAt: at,
  waitingSince: at,
  attempts: 0,
});
