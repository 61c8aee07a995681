import type { Store } from '../store/open.js';
import type { Incoming } from './delivery.js';
import { writeDurably } from './group-commit.js';
import { partsOf } from './parts.js';
import { statements } from './statements.js';

/**
 * Puts a delivery into the queue. It resolves when that is on the disk, with
 * whether the delivery is new: Asana sends again what it believes to be lost,
 * and an id that is known is not put in twice.
 */
export const enqueue = (
  { db }: Pick<Store, 'db'>,
  incoming: Incoming
): Promise<boolean> => {
  const parts = partsOf(incoming);
  return writeDurably(db, () => {
    const { insert } = statements(db);
    const added = parts.map(({ id, hook, lane, body, receivedAt }) =>
      insert.run([id, hook, lane, body, receivedAt, receivedAt])
    );
    return added.some(({ changes }) => changes > 0);
  });
};
