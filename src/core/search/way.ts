import type { Box } from './box.js';

/** A task or project as a search finds it. */
export interface FoundRecord {
  readonly gid: string;
  readonly [field: string]: unknown;
}

/** The most that one search finds. */
export const mostFound = 100;

/** Finds up to `mostFound` records of a box, sorted as the box says. */
export type Find = (box: Box) => Promise<readonly FoundRecord[]>;

export type Pages = AsyncGenerator<readonly FoundRecord[], void, undefined>;

/**
 * A way to find all records of a box that holds more than one search finds, in
 * any number of pages, and some of them more than once. What it cannot tell
 * apart it leaves to the ways after it.
 */
export type Way = (find: Find, box: Box, next: readonly Way[]) => Pages;

/** Goes the first of the ways; the last of them must lead to an end. */
export const go = (
  find: Find,
  box: Box,
  [first, ...next]: readonly Way[]
): Pages => (first as Way)(find, box, next);
