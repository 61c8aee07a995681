import type { Waiting } from '../queue/delivery.js';
import type { Outcome } from './outcome.js';

/** Hands a batch on. It does not throw. */
export type Send = (
  batch: readonly Waiting[],
  signal: AbortSignal
) => Promise<Outcome>;
