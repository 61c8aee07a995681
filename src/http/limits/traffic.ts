import type { Cost } from '../layer.js';

/** Requests that leave, as far as a quota is concerned. */
export interface Departure {
  readonly now: number;
  /** How many requests leave together. */
  readonly weight: number;
  readonly kind: 'read' | 'write';
}

/** What came of them. */
export interface Reply {
  readonly now: number;
  readonly sentAt: number;
  readonly weight: number;
  /** Without an answer nobody knows whether Asana counted it. */
  readonly isAnswered: boolean;
  readonly rejection?: Rejection | undefined;
}

export interface Rejection {
  /** In milliseconds; `undefined` when Asana did not say. */
  readonly retryAfter: number | undefined;
}

export const departureOf = (
  { reads, writes }: Cost,
  now: number
): Departure => ({
  now,
  weight: reads + writes,
  kind: writes > 0 ? 'write' : 'read',
});

/** Of the actions of a batch no more can be searches than read. */
export const searchesOf = ({ reads }: Cost, now: number): Departure => ({
  now,
  weight: reads,
  kind: 'read',
});
