import Libsql from 'libsql';
import { enqueue } from '../../../src/webhooks/queue/enqueue.js';
import { migrate } from '../../../src/webhooks/store/migrate.js';
import { migrations } from '../../../src/webhooks/store/migrations.js';
import type { Store } from '../../../src/webhooks/store/open.js';

/** A database that nobody else sees, and no disk slows down. */
export function memoryStore(): Store {
  const db = new Libsql(':memory:');
  migrate(db, migrations, ':memory:');
  return { db, file: ':memory:', close: () => void db.close() };
}

/** Puts a delivery with one event into the queue. */
export const put = (
  store: Pick<Store, 'db'>,
  lane: string,
  id: string,
  receivedAt = 0,
  body = JSON.stringify({ events: [{ id }] })
): Promise<boolean> =>
  enqueue(store, { hook: lane, lane, id, body, receivedAt });
