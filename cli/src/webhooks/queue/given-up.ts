import type { Store } from '../store/open.js';
import { writeDurably } from './group-commit.js';
import { statements } from './statements.js';

type Database = Pick<Store, 'db'>;

/**
 * Has deliveries that were given up wait again, at the place that they had:
 * before whatever came later and waits still.
 */
export const putBack = (
  { db }: Database,
  place: number | 'all',
  now: number
): Promise<boolean> =>
  writeDurably(db, () => {
    const { putBack: one, putAllBack: all } = statements(db);
    const { changes } =
      place === 'all' ? all.run([now]) : one.run([now, place]);
    return changes > 0;
  });

/** Forgets a delivery that was given up. */
export const discard = ({ db }: Database, place: number): Promise<boolean> =>
  writeDurably(db, () => statements(db).discard.run([place]).changes > 0);
