import type { Store } from '../store/open.js';
import { writeDurably } from './group-commit.js';
import { statements } from './statements.js';

const day = 24 * 60 * 60_000;

/** Asana sends again for a day what it believes to be lost. */
export const usualWindowMs = day;

/** How long those that were given up wait for somebody to look. */
export const keepGivenUpMs = 30 * day;

/** So few that whoever waits for an answer does not notice. */
const atOnce = 1000;

const done = 1;
const givenUp = 2;

/**
 * Removes some of what is done for longer than a repetition may come, and of
 * what was given up a month ago. Returns whether there may be more.
 */
export const prune = (
  { db }: Pick<Store, 'db'>,
  now: number,
  windowMs = usualWindowMs
): Promise<boolean> =>
  writeDurably(db, () => {
    const { prune: remove } = statements(db);
    const removed = [
      remove.run([done, now - windowMs, atOnce]),
      remove.run([givenUp, now - keepGivenUpMs, atOnce]),
    ];
    return removed.some(({ changes }) => changes === atOnce);
  });
