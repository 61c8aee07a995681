import type { Waiting } from '../queue/delivery.js';
import { isFromAsana } from './kind.js';

export interface BatchLimits {
  readonly deliveries: number;
  readonly bytes: number;
}

/** A POST of a megabyte is what receivers commonly take. */
export const usualLimits: BatchLimits = { deliveries: 100, bytes: 1_000_000 };

/**
 * The first of those that wait in a lane, as many as go together. One goes in
 * any case; a catch-up, which is no event, goes by itself.
 */
export function firstBatch(
  waiting: readonly Waiting[],
  limits: BatchLimits
): readonly Waiting[] {
  const batch: Waiting[] = [];
  let bytes = 0;
  for (const delivery of waiting) {
    bytes += Buffer.byteLength(delivery.body);
    const isFull = batch.length >= limits.deliveries || bytes > limits.bytes;
    const isAlone = [delivery, batch[0] ?? delivery].some(
      ({ body }) => !isFromAsana(body)
    );
    if (batch.length > 0 && (isFull || isAlone)) break;
    batch.push(delivery);
  }
  return batch;
}
