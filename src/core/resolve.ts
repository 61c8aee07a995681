import { isDate } from 'node:util/types';
import { invalidArgument } from '../errors.js';
import type { State } from '../types.js';

/**
 * Replaces every function of state in an argument by what it returns, as
 * common's `expandReferences` does. That one turns a Date into `{}` and needs
 * a time that is quadratic in the number of keys of an object, and a function
 * in a job may well return a Date: so Dates become ISO text here.
 */
export function resolve<T>(state: State, value: T): any {
  if (typeof value === 'function') return resolve(state, value(state));
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(item => resolve(state, item));
  // Values of a job come from another realm: instanceof is of no use.
  if (isDate(value)) return toIsoText(value);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(state, item)])
  );
}

function toIsoText(date: Date): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw invalidArgument(
    'Asana',
    'a date among the arguments is no date ("Invalid Date")',
    'Look where the job makes it, with new Date(…) or dateFns.parse(…): the text there is not a date that it can read.'
  );
}

/** Buffers, streams and other objects with a life of their own stay whole. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Buffer.isBuffer(value) &&
  Object.prototype.toString.call(value) === '[object Object]' &&
  !('pipe' in value) &&
  !('pipeTo' in value);
