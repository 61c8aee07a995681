import type { Db } from './statements.js';

interface Work {
  readonly write: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** What is to be written with the next flush, per database. */
const waiting = new WeakMap<Db, Work[]>();

/**
 * Writes in one transaction with all that is asked for in the same turn of the
 * event loop, and resolves when it is on the disk. The busier the process, the
 * more goes into one flush, which is what costs time.
 */
export const writeDurably = <T>(db: Db, write: () => T): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const group = waiting.get(db) ?? [];
    group.push({ write, resolve, reject });
    if (group.length > 1) return;
    waiting.set(db, group);
    setImmediate(() => {
      waiting.delete(db);
      commit(db, group);
    });
  });

function commit(db: Db, group: readonly Work[]): void {
  try {
    const results = inTransaction(db, () => group.map(({ write }) => write()));
    group.forEach(({ resolve }, index) => resolve(results[index] as never));
  } catch (error) {
    if (group.length === 1) return group[0]!.reject(error);
    // One that cannot be written is no reason to refuse the others.
    for (const work of group) commit(db, [work]);
  }
}

function inTransaction<T>(db: Db, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}
