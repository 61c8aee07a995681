import type { Migration } from './migrations.js';

/** Times are in milliseconds since 1970. */
export const hooksMigration: Migration = {
  name: 'hooks',
  sql: `
    CREATE TABLE hooks (
      id TEXT PRIMARY KEY,
      target TEXT NOT NULL,
      base_url TEXT NOT NULL,
      resource TEXT NOT NULL,
      resource_type TEXT,
      resource_name TEXT,
      filters TEXT NOT NULL,
      gid TEXT,
      created_at INTEGER NOT NULL,
      expected_until INTEGER,
      place TEXT,
      catch_up_due INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE hook_secrets (
      hook TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE,
      secret TEXT NOT NULL,
      accepted_at INTEGER NOT NULL,
      PRIMARY KEY (hook, secret)
    ) STRICT, WITHOUT ROWID;
  `,
};
