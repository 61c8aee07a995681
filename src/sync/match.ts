import { AsanaError, invalidArgument } from '../errors.js';
import { describe } from '../core/arguments.js';

interface Task extends Record<string, unknown> {
  readonly gid: string;
}

/**
 * The value by which a task and a row are the same, as text: a form delivers
 * numbers where Asana keeps text.
 */
export function keyOf(
  record: Record<string, unknown>,
  externalId: string
): string | undefined {
  const value = record[externalId];
  // The whole of `external` is an object; its gid is what names a task.
  const key =
    externalId === 'external'
      ? (value as { gid?: unknown } | null)?.gid
      : value;
  const isText = ['string', 'number', 'boolean'].includes(typeof key);
  return isText && String(key).trim() !== '' ? String(key) : undefined;
}

/** The key of a row, which must have one: else every run creates it again. */
export function requireKey(
  operation: string,
  data: Record<string, unknown>,
  externalId: string
): string {
  const key = keyOf(data, externalId);
  if (key !== undefined) return key;
  const value = data[externalId];
  if (typeof value === 'string' || value === undefined || value === null) {
    throw new AsanaError(
      `${operation}: the data has no value for the external id "${externalId}"`,
      {
        code: 'MISSING_KEY',
        description: `Without "${externalId}" the task could not be found again, and every run would create it once more.`,
        fix: `Give "${externalId}" in data, or leave this row out.`,
      }
    );
  }
  throw invalidArgument(
    operation,
    `the external id "${externalId}" holds ${describe(value)}, which cannot be compared`,
    'Use a field that holds a text or a number, such as "name".'
  );
}

/** The first task with that key. */
export function findByKey(
  tasks: readonly Task[],
  externalId: string,
  key: string
): Task | undefined {
  const [first, ...others] = tasks.filter(
    task => keyOf(task, externalId) === key
  );
  if (first !== undefined && others.length > 0) {
    console.warn(
      `${others.length + 1} tasks have the same ${externalId}: the first, ${first.gid}, is used; the others are ${others.map(({ gid }) => gid).join(', ')}`
    );
  }
  return first;
}
