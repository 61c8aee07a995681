import { describe, isObject } from '../core/arguments.js';
import { AsanaError, invalidArgument } from '../errors.js';
import { readFiles } from './attachments.js';
import type { Key } from './key.js';
import { missingKey } from './missing-key.js';
import type { Row } from './row.js';

/** A row that cannot be written as it is. */
export interface Unfit {
  readonly number: number;
  readonly key?: string;
  readonly error: AsanaError;
}

export interface Reading {
  readonly rows: readonly Row[];
  readonly unfit: readonly Unfit[];
}

export interface RowReader {
  readonly operation: string;
  readonly key: Key;
  /** Puts gids in place of names. */
  readonly resolve: (
    operation: string,
    data: Record<string, unknown>
  ) => Promise<Record<string, unknown>>;
}

/** Reads the rows of a job. One that is wrong is told by itself. */
export async function readRows(
  given: readonly unknown[],
  reader: RowReader
): Promise<Reading> {
  const all = await Promise.all(
    given.map((value, index) => readRow(index + 1, value, reader))
  );
  return {
    rows: all.flatMap(each => ('error' in each ? [] : [each])),
    unfit: all.flatMap(each => ('error' in each ? [each] : [])),
  };
}

async function readRow(
  number: number,
  value: unknown,
  { operation, key, resolve }: RowReader
): Promise<Row | Unfit> {
  const name = `${operation}, row ${number}`;
  let text: string | undefined;
  try {
    const data = checkRow(name, value);
    text = key.ofRow(data);
    if (text === undefined) throw missingKey(name, key, data);
    readFiles(name, data.attachments);
    return { number, key: text, data: await resolve(name, data) };
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    return { number, ...(text !== undefined && { key: text }), error };
  }
}

function checkRow(name: string, value: unknown): Record<string, unknown> {
  if (isObject(value)) return value;
  throw invalidArgument(
    name,
    `a row must be an object with the fields of a task, not ${describe(value)}`,
    'Make one object of each submission, such as { name: row.case_id, notes: row.description }.'
  );
}

export function checkRows(operation: string, given: unknown): unknown[] {
  if (Array.isArray(given)) return given;
  throw invalidArgument(
    operation,
    `"tasks" must be a list, not ${describe(given)}`,
    'Write it as [{ name: "A task", … }, …]. With state: upsertTasks(project, state => state.data.map(row => ({ … })), { … }).'
  );
}
