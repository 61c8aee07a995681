import type { Surroundings } from '../../surroundings.js';
import type { Store } from '../store/open.js';
import { prune } from './prune.js';

const pruneEveryMs = 60_000;

/** Leaves room for others between one part and the next. */
const soonMs = 100;

/** Removes what is old, again and again, until the returned function is called. */
export function startPruning(
  store: Pick<Store, 'db'>,
  { now, after }: Pick<Surroundings, 'now' | 'after'>
): () => void {
  let isStopped = false;
  let callOff = () => {};
  const plan = (milliseconds: number) => {
    if (!isStopped) callOff = after(milliseconds, () => void work());
  };
  const work = async () => {
    // What cannot be removed now will be the next time.
    const hasMore = await prune(store, now()).catch(() => false);
    plan(hasMore ? soonMs : pruneEveryMs);
  };
  plan(0);
  return () => {
    isStopped = true;
    callOff();
  };
}
