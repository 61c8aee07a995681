import { writeDurably } from '../queue/group-commit.js';
import { statements } from '../queue/statements.js';
import { failingLanes, totals, type Totals } from '../queue/view.js';
import type { Store } from '../store/open.js';
import { failsAfterMs, judgeHealth, type Health } from './health.js';

/** Anybody may ask, and asking costs a write. */
const freshForMs = 2000;

/** More is not counted. */
const most = 1000;

const nothing: Totals = { waiting: 0, givenUp: 0, oldest: undefined };

/** Looks how the server is, once for all who ask within two seconds. */
export function createHealthCheck(
  { db }: Pick<Store, 'db'>,
  now: () => number
): () => Promise<Health> {
  let last: Promise<Health> | undefined;
  let at = -Infinity;
  const look = async (): Promise<Health> => {
    try {
      await writeDurably(db, () => statements(db).probe.run([now()]));
      return judgeHealth(
        totals({ db }),
        failingFor(db, now() - failsAfterMs),
        true,
        now()
      );
    } catch {
      return judgeHealth(readable(db), 0, false, now());
    }
  };
  return () => {
    if (last === undefined || now() - at >= freshForMs) {
      at = now();
      last = look();
    }
    return last;
  };
}

/** How many resources have failed since then, as far as they are counted. */
const failingFor = (db: Store['db'], since: number): number =>
  failingLanes({ db }, most).filter(lane => lane.since <= since).length;

function readable(db: Store['db']): Totals {
  try {
    return totals({ db });
  } catch {
    return nothing;
  }
}
