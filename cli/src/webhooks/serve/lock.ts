import { open } from 'node:fs/promises';
import { CliError } from '../../cli-error.js';

/**
 * Makes this the only server that works with a database, until the returned
 * function is called. The lock belongs to the process: the system takes it
 * back however that ends, so that nothing stale stays behind.
 */
export async function lockServer(file: string): Promise<() => void> {
  const { default: Libsql } = await import('libsql');
  const lock = `${file}.serve`;
  await (await open(lock, 'a', 0o600)).close();
  const db = new Libsql(lock, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw explain(error as { code?: unknown }, file);
  }
  return () => {
    db.exec('ROLLBACK');
    db.close();
  };
}

const explain = ({ code }: { code?: unknown }, file: string): CliError =>
  code === 'SQLITE_BUSY'
    ? new CliError(
        `Another openfn-asana webhooks serve works with ${file}.`,
        'Stop that one first, or give this one a database of its own with --data.'
      )
    : new CliError(
        `${file}.serve cannot be locked (${String(code)}).`,
        'Choose a file on a disk of this machine with --data.'
      );
