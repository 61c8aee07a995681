import type { Store } from '../store/open.js';

type Database = Pick<Store, 'db'>;

/** How the queue as a whole is. */
export interface Totals {
  readonly waiting: number;
  readonly givenUp: number;
  /** When the oldest that waits was received or put back. */
  readonly oldest: number | undefined;
}

export function totals({ db }: Database): Totals {
  const { waiting, oldest } = db
    .prepare(
      `SELECT count(*) AS waiting, min(waiting_since) AS oldest
       FROM deliveries WHERE state = 0`
    )
    .get() as { waiting: number; oldest: number | null };
  const { givenUp } = db
    .prepare('SELECT count(*) AS givenUp FROM deliveries WHERE state = 2')
    .get() as { givenUp: number };
  return { waiting, givenUp, oldest: oldest ?? undefined };
}

/** What is known of one hook's deliveries. */
export interface HookTraffic {
  readonly hook: string;
  readonly waiting: number;
  readonly oldest: number | null;
  readonly lastReceived: number | null;
  readonly heartbeatAt: number | null;
}

export const trafficOf = ({ db }: Database, hook: string): HookTraffic => ({
  ...(db
    .prepare(
      `SELECT ? AS hook,
         (SELECT count(*) FROM deliveries WHERE hook = ? AND state = 0) AS waiting,
         (SELECT min(waiting_since) FROM deliveries WHERE hook = ? AND state = 0) AS oldest,
         (SELECT max(received_at) FROM deliveries WHERE hook = ?) AS lastReceived,
         (SELECT at FROM heartbeats WHERE hook = ?) AS heartbeatAt`
    )
    .get(hook, hook, hook, hook, hook) as HookTraffic),
});

/** A delivery as a person looks at it: without its content. */
export interface Shown {
  readonly place: number;
  readonly id: string;
  readonly lane: string;
  readonly receivedAt: number;
  readonly endedAt: number | null;
  readonly state: 'waiting' | 'done' | 'given up';
  readonly attempts: number;
  readonly reason: string | null;
}

const columns = `place, id, lane, received_at AS receivedAt,
  ended_at AS endedAt, attempts, reason,
  CASE state WHEN 0 THEN 'waiting' WHEN 1 THEN 'done' ELSE 'given up' END AS state`;

/** The newest deliveries, whatever became of them. */
export const newest = ({ db }: Database, most: number): readonly Shown[] =>
  db
    .prepare(`SELECT ${columns} FROM deliveries ORDER BY place DESC LIMIT ?`)
    .all(most) as readonly Shown[];

/** Those that were given up, the latest first. */
export const givenUp = ({ db }: Database, most: number): readonly Shown[] =>
  db
    .prepare(
      `SELECT ${columns} FROM deliveries WHERE state = 2
       ORDER BY ended_at DESC, place LIMIT ?`
    )
    .all(most) as readonly Shown[];

/** A lane in which something waits, and whose latest attempt has failed. */
export interface FailingLane {
  readonly lane: string;
  readonly since: number;
  readonly reason: string;
}

export const failingLanes = (
  { db }: Database,
  most: number
): readonly FailingLane[] =>
  db
    .prepare(
      `SELECT lane, failing_since AS since, reason FROM lanes
       WHERE EXISTS (
         SELECT 1 FROM deliveries WHERE state = 0 AND deliveries.lane = lanes.lane)
       ORDER BY failing_since LIMIT ?`
    )
    .all(most) as readonly FailingLane[];
