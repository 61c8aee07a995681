import { queueMigration } from '../queue/migration.js';
import { hooksMigration } from './hooks-migration.js';

/** A step of the database's layout, which is never changed once released. */
export interface Migration {
  /** By which the database remembers that it was made. */
  readonly name: string;
  readonly sql: string;
}

/** Every step, in the order in which they are made. */
export const migrations: readonly Migration[] = [
  hooksMigration,
  queueMigration,
];
