import type Database from 'libsql';

export type Db = Database.Database;

/** What the queue asks of its database, most of it very often. */
const texts = {
  insert: `INSERT INTO deliveries
      (id, hook, lane, body, received_at, waiting_since)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`,
  laneAfter: `SELECT lane FROM deliveries
    WHERE state = 0 AND lane > ? ORDER BY lane LIMIT 1`,
  waiting: `SELECT place, id, hook, lane, body, attempts,
      received_at AS receivedAt, waiting_since AS waitingSince
    FROM deliveries WHERE state = 0 AND lane = ? ORDER BY place LIMIT ?`,
  done: `UPDATE deliveries SET state = 1, body = '', attempts = attempts + 1,
      ended_at = ?, reason = NULL
    WHERE place = ? AND state = 0`,
  failed: `UPDATE deliveries SET attempts = attempts + 1, reason = ?
    WHERE place = ? AND state = 0`,
  giveUp: `UPDATE deliveries SET state = 2, ended_at = ?
    WHERE place = ? AND state = 0`,
  laneFails: `INSERT INTO lanes (lane, failing_since, reason) VALUES (?, ?, ?)
    ON CONFLICT (lane) DO UPDATE SET reason = excluded.reason`,
  laneWorks: 'DELETE FROM lanes WHERE lane = ?',
  failingSince: 'SELECT failing_since AS since FROM lanes WHERE lane = ?',
  isDoubted: `SELECT 1 FROM lanes JOIN deliveries USING (lane)
    WHERE lane = ? AND state = 2 AND ended_at >= failing_since LIMIT 1`,
  putBack: `UPDATE deliveries SET state = 0, ended_at = NULL, waiting_since = ?
    WHERE place = ? AND state = 2`,
  putAllBack: `UPDATE deliveries SET state = 0, ended_at = NULL,
      waiting_since = ?
    WHERE state = 2`,
  discard: 'DELETE FROM deliveries WHERE place = ? AND state = 2',
  prune: `DELETE FROM deliveries WHERE place IN (
      SELECT place FROM deliveries
      WHERE state = ? AND ended_at < ? ORDER BY ended_at LIMIT ?)`,
  heartbeat: `INSERT INTO heartbeats (hook, at) VALUES (?, ?)
    ON CONFLICT (hook) DO UPDATE SET at = excluded.at`,
  probe: `INSERT INTO heartbeats (hook, at) VALUES ('', ?)
    ON CONFLICT (hook) DO UPDATE SET at = excluded.at`,
} as const;

/** It takes its values as one array: a lone object would be names. */
export interface Statement {
  get(values: Values): unknown;
  all(values: Values): unknown[];
  run(values: Values): { readonly changes: number };
}

type Values = readonly (string | number)[];
type Statements = Readonly<Record<keyof typeof texts, Statement>>;

const prepared = new WeakMap<Db, Statements>();

/** Prepared once for each database. */
export function statements(db: Db): Statements {
  const known = prepared.get(db);
  if (known) return known;
  const all = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, db.prepare(text)])
  ) as unknown as Statements;
  prepared.set(db, all);
  return all;
}
