import type { Store } from '../store/open.js';
import type { Incoming } from './delivery.js';
import { writeDurably } from './group-commit.js';
import { statements } from './statements.js';

/**
 * Puts a delivery into the queue. It resolves when that is on the disk, with
 * whether the delivery is new: Asana sends again what it believes to be lost,
 * and an id that is known is not put in twice.
 */
export const enqueue = (
  { db }: Pick<Store, 'db'>,
  { hook, lane, id, body, receivedAt }: Incoming
): Promise<boolean> =>
  writeDurably(db, () => {
    const values = [id, hook, lane, body, receivedAt, receivedAt];
    return statements(db).insert.run(values).changes > 0;
  });
