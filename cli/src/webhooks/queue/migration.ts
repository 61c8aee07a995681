import type { Migration } from '../store/migrations.js';

/**
 * A delivery is waiting (0), done (1) or given up (2). What is done keeps no
 * body, and stays for the id by which a repetition is known. Times are in
 * milliseconds since 1970.
 */
export const queueMigration: Migration = {
  name: 'queue',
  sql: `
    CREATE TABLE deliveries (
      place INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      hook TEXT NOT NULL,
      lane TEXT NOT NULL,
      body TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      waiting_since INTEGER NOT NULL,
      state INTEGER NOT NULL DEFAULT 0,
      attempts INTEGER NOT NULL DEFAULT 0,
      ended_at INTEGER,
      reason TEXT
    ) STRICT;
    CREATE INDEX deliveries_waiting ON deliveries (lane, place)
      WHERE state = 0;
    CREATE INDEX deliveries_hook_waiting ON deliveries (hook, waiting_since)
      WHERE state = 0;
    CREATE INDEX deliveries_hook ON deliveries (hook, received_at);
    CREATE INDEX deliveries_ended ON deliveries (state, ended_at)
      WHERE state > 0;

    CREATE TABLE lanes (
      lane TEXT PRIMARY KEY,
      failing_since INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE heartbeats (
      hook TEXT PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
