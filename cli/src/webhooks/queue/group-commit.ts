import type { Db } from './statements.js';

interface Work {
  readonly write: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  /** Until when it is tried again, by the clock that nobody sets. */
  readonly until: number;
}

/** Asana waits for 10 seconds. */
const patienceMs = 5000;

/** How long others get to write, and requests to be answered, in between. */
const pauseMs = 25;

/** What is to be written with the next flush, per database. */
const waiting = new WeakMap<Db, Work[]>();

/**
 * Writes in one transaction with all that is asked for in the same turn of the
 * event loop, and resolves when it is on the disk. The busier the process, the
 * more goes into one flush, which is what costs time. While another process
 * writes, it is tried again for a while, and everything else goes on.
 */
export const writeDurably = <T>(db: Db, write: () => T): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const group = waiting.get(db) ?? [];
    const until = performance.now() + patienceMs;
    group.push({ write, resolve, reject, until });
    if (group.length > 1) return;
    waiting.set(db, group);
    setImmediate(() => flush(db));
  });

function flush(db: Db): void {
  const group = waiting.get(db) ?? [];
  waiting.delete(db);
  const later = commit(db, group);
  if (later.length === 0) return;
  // Before whatever comes meanwhile: one resource keeps its order.
  waiting.set(db, [...later]);
  setTimeout(() => flush(db), pauseMs);
}

/** Writes a group, and returns what is to be tried again. */
function commit(db: Db, group: readonly Work[]): readonly Work[] {
  try {
    const results = inTransaction(db, () => group.map(({ write }) => write()));
    group.forEach(({ resolve }, index) => resolve(results[index] as never));
    return [];
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (/^SQLITE_(BUSY|LOCKED)/.test(String(code))) {
      return withoutLate(group, error);
    }
    if (group.length === 1 || failsForAll.test(String(code))) {
      group.forEach(({ reject }) => reject(error));
      return [];
    }
    return commitEach(db, group);
  }
}

/** One that cannot be written is no reason to refuse the others. */
function commitEach(db: Db, group: readonly Work[]): readonly Work[] {
  for (const [index, work] of group.entries()) {
    const later = commit(db, [work]);
    if (later.length > 0) return [...later, ...group.slice(index + 1)];
  }
  return [];
}

/** The disk fails each of them in the same way, and takes its time for it. */
const failsForAll = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT)/;

function withoutLate(group: readonly Work[], error: unknown): readonly Work[] {
  const now = performance.now();
  const late = group.filter(({ until }) => until <= now);
  late.forEach(({ reject }) => reject(error));
  return group.filter(work => !late.includes(work));
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
