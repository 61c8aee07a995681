import { describe, isObject } from '../core/arguments.js';
import { AsanaError, invalidArgument } from '../errors.js';
import { readFiles } from './attachments.js';
import type { Key } from './key.js';
import { latest, type Superseded } from './latest.js';
import { missingKey } from './missing-key.js';
import type { Row } from './row.js';

/** A row that cannot be written as it is. */
export interface Unfit {
  readonly number: number;
  readonly key?: string;
  readonly error: AsanaError;
}

export interface Reading {
  /** No two of them have one key. */
  readonly rows: readonly Row[];
  readonly unfit: readonly Unfit[];
  readonly superseded: readonly Superseded[];
}

export interface RowReader {
  readonly operation: string;
  readonly key: Key;
  /** Puts gids in place of names. */
  readonly resolve: (
    operation: string,
    data: Record<string, unknown>
  ) => Promise<Record<string, unknown>>;
  /** Whether nothing of the row counts, since its task is left alone. */
  readonly isLeftAlone?: (key: string) => boolean;
}

/**
 * Reads the rows of a job. One that is wrong is told by itself; one whose key a
 * later row has, or whose task is left alone, is not looked at any further, so
 * that nothing is created for the names in it.
 */
export async function readRows(
  given: readonly unknown[],
  reader: RowReader
): Promise<Reading> {
  const all = given.map((value, index) => identify(index + 1, value, reader));
  const { rows: last, superseded } = latest(rowsOf(all));
  const complete = await Promise.all(last.map(row => finish(row, reader)));
  return {
    rows: rowsOf(complete),
    unfit: [...unfitOf(all), ...unfitOf(complete)],
    superseded,
  };
}

const rowsOf = (all: readonly (Row | Unfit)[]): Row[] =>
  all.flatMap(each => ('error' in each ? [] : [each]));

const unfitOf = (all: readonly (Row | Unfit)[]): Unfit[] =>
  all.flatMap(each => ('error' in each ? [each] : []));

const nameOf = (operation: string, number: number): string =>
  `${operation}, row ${number}`;

function identify(
  number: number,
  value: unknown,
  { operation, key: by }: RowReader
): Row | Unfit {
  const name = nameOf(operation, number);
  try {
    const data = checkRow(name, value);
    const key = by.ofRow(data);
    if (key === undefined) throw missingKey(name, by, data);
    return { number, key, data };
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error;
    return { number, error };
  }
}

async function finish(
  { number, key, data }: Row,
  { operation, resolve, isLeftAlone }: RowReader
): Promise<Row | Unfit> {
  const name = nameOf(operation, number);
  try {
    readFiles(name, data.attachments);
    if (isLeftAlone?.(key) === true) return { number, key, data };
    return { number, key, data: await resolve(name, data) };
  } catch (error) {
    if (!(error instanceof AsanaError) || isOfAll(error)) throw error;
    return { number, key, error };
  }
}

/** Whether what was wrong is not the row: then it would be wrong with all. */
const isOfAll = ({ code, statusCode }: AsanaError): boolean =>
  statusCode === 401 ||
  ['NETWORK_ERROR', 'SERVER_ERROR', 'RATE_LIMITED'].includes(code);

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
