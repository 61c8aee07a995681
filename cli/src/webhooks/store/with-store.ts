import { withLock } from '../../credential/lock.js';
import type { Surroundings } from '../../surroundings.js';
import { openStore, type Store } from './open.js';
import { storePath } from './path.js';

export interface DataOptions {
  readonly data?: string;
}

/** Works with the database, and closes it whatever comes of that. */
export async function withStore<T>(
  surroundings: Surroundings,
  { data }: DataOptions,
  work: (store: Store) => Promise<T>
): Promise<T> {
  const store = await openStore(storePath(surroundings, data));
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/**
 * Works with the database while no other command makes or deletes webhooks:
 * two that made the same one would take each other's secret for a stranger's.
 * A `serve` that runs is not kept waiting.
 */
export const changeStore = <T>(
  surroundings: Surroundings,
  options: DataOptions,
  work: (store: Store) => Promise<T>
): Promise<T> =>
  withStore(surroundings, options, store =>
    withLock(`${store.file}.changes`, surroundings.interrupted, () =>
      work(store)
    )
  );
