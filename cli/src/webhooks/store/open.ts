import type Database from 'libsql';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError, isCliError } from '../../cli-error.js';
import { quote } from '../../terminal/quote.js';
import { makeFolder } from './make-folder.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations.js';

/** The database of the webhooks. Several processes may have it open. */
export interface Store {
  readonly db: Database.Database;
  readonly file: string;
  close(): void;
}

/** Long enough for a command to wait for another process that writes. */
const usualPatienceMs = 5_000;

/**
 * Opens the database, and makes it and its folder where there is none. From
 * then on a write waits that many milliseconds for another process.
 */
export async function openStore(
  file: string,
  patienceMs = usualPatienceMs
): Promise<Store> {
  const Libsql = await loadLibsql();
  let db: Database.Database | undefined;
  try {
    await makePrivate(file);
    const opened = (db = new Libsql(file, { timeout: usualPatienceMs }));
    opened.pragma('journal_mode = WAL');
    // What Asana was told that we have must outlive a power failure.
    opened.pragma('synchronous = FULL');
    opened.pragma('foreign_keys = ON');
    migrate(opened, migrations, file);
    opened.pragma(`busy_timeout = ${patienceMs}`);
    return { db: opened, file, close: () => void opened.close() };
  } catch (error) {
    db?.close();
    throw isCliError(error) ? error : explain(error, file);
  }
}

async function loadLibsql() {
  try {
    return (await import('libsql')).default;
  } catch {
    throw new CliError(
      `There is no database program for this machine (${process.platform}, ${process.arch}).`,
      'Run npm install again, without --omit=optional. The webhook commands work on Linux, macOS and Windows with x64, and on Linux and macOS with arm64.'
    );
  }
}

/** What SQLite puts beside the file gets the mode of the file. */
async function makePrivate(file: string): Promise<void> {
  await makeFolder(dirname(file));
  await (await open(file, 'a', 0o600)).close();
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return;
  throw new CliError(
    `Others on this machine can get at ${file}, which holds the secrets of your webhooks.`,
    `Make it yours alone: chmod 600 ${quote(file)}\nIf somebody may have read it, also delete the webhooks and create them again.`
  );
}

function explain(error: unknown, file: string): CliError {
  const { code } = error as { code?: unknown };
  const said = typeof code === 'string' && code !== '' ? ` (${code})` : '';
  if (said.includes('SQLITE_BUSY')) {
    return new CliError(
      `Another openfn-asana has been writing to ${file} for ${usualPatienceMs / 1000} seconds.`,
      'Run the command again.'
    );
  }
  return said.includes('SQLITE_NOTADB')
    ? new CliError(
        `${file} is there already and is no database.`,
        'Choose another file with --data.'
      )
    : new CliError(
        `The database ${file} could not be opened${said}.`,
        'Choose a file in a folder of your own with --data, on a disk of this machine that has room.'
      );
}
