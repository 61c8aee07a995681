import type { WebhookEvent } from './payload.js';

/** Takes what goes with the next delivery out of what waits. */
export type Take = (waiting: WebhookEvent[]) => WebhookEvent[];

/** How many events a delivery has at most. Asana does not tell its number. */
const mostEvents = 100;

/** As it happened, and as much as possible at once. */
export const inOrder: Take = waiting => waiting.splice(0, mostEvents);

/** In any order, one or more at once. */
export const shuffled =
  (random: () => number): Take =>
  waiting => {
    for (let last = waiting.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [waiting[last], waiting[other]] = [waiting[other]!, waiting[last]!];
    }
    return waiting.splice(0, 1 + Math.floor(random() * mostEvents));
  };
