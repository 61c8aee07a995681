import type Database from 'libsql';
import { CliError } from '../../cli-error.js';
import type { Migration } from './migrations.js';

/** Brings the layout of a database up to date, all of it or nothing. */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  file: string
): void {
  const pending = (): readonly Migration[] => missing(db, migrations, file);
  if (pending().length === 0) return;
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)');
    // Another process may have been faster.
    for (const { name, sql } of pending()) {
      db.exec(sql);
      db.prepare('INSERT INTO migrations (name) VALUES (?)').run(name);
    }
  }).immediate();
}

function missing(
  db: Database.Database,
  migrations: readonly Migration[],
  file: string
): readonly Migration[] {
  const made = madeIn(db);
  const unknown = made.find(name => migrations.every(m => m.name !== name));
  if (unknown !== undefined) {
    throw new CliError(
      `${file} was written by a newer version of openfn-asana.`,
      'Update this one, or choose another file with --data.'
    );
  }
  return migrations.filter(({ name }) => !made.includes(name));
}

function madeIn(db: Database.Database): string[] {
  const table = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'")
    .get();
  if (table === undefined) return [];
  const rows = db.prepare('SELECT name FROM migrations').all();
  return (rows as { name: string }[]).map(({ name }) => name);
}
