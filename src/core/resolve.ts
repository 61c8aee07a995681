import { isDate, isPromise } from 'node:util/types';
import { invalidArgument } from '../errors.js';
import type { State } from '../types.js';
import { isDayField, toDay } from './day.js';

/** Where in an argument a value stands. */
interface Place {
  readonly key: string;
  readonly value: unknown;
  readonly parent: Place | undefined;
}

/**
 * Replaces every function of state in an argument by what it returns, as
 * common's `expandReferences` does. That one turns a Date into `{}` and needs
 * a time that is quadratic in the number of keys of an object, and a function
 * in a job may well return a Date: so Dates become ISO text here, and a day in
 * the fields where Asana wants one.
 *
 * @param operation - Which one is named when a value cannot be used.
 */
export function resolve(
  state: State,
  value: unknown,
  operation = 'Asana'
): any {
  return expand(undefined, '', value);

  function expand(
    parent: Place | undefined,
    key: string,
    given: unknown
  ): unknown {
    const place: Place = { key, value: given, parent };
    if (typeof given === 'function') return expand(parent, key, given(state));
    if (typeof given === 'bigint') return String(given);
    if (typeof given === 'string') {
      return wantsDay(place) ? toDay(given) : given;
    }
    if (Array.isArray(given)) {
      refuseCircle(operation, place);
      return given.map((item, index) => expand(place, String(index), item));
    }
    // Values of a job come from another realm: instanceof is of no use.
    if (isDate(given)) return toText(operation, place, given);
    if (isPromise(given)) throw notAwaited(operation, place, given);
    if (!isRecord(given)) return given;
    refuseCircle(operation, place);
    return Object.fromEntries(
      Object.entries(given).map(([name, item]) => [
        name,
        expand(place, name, item),
      ])
    );
  }
}

/** A custom field may be called as a field of the task is. */
const wantsDay = ({ key, parent }: Place): boolean =>
  isDayField(key) && parent?.key !== 'custom_fields';

function toText(operation: string, place: Place, date: Date): string {
  if (!Number.isNaN(date.getTime())) {
    const text = date.toISOString();
    return wantsDay(place) ? toDay(text) : text;
  }
  throw invalidArgument(
    operation,
    `${nameOf(place)} is no date ("Invalid Date")`,
    'Look where the job makes it, with new Date(…) or dateFns.parse(…): the text there is not a date that it can read.'
  );
}

function notAwaited(
  operation: string,
  place: Place,
  promise: Promise<unknown>
): Error {
  // Nobody waits for it now, and its failure would end the whole process.
  promise.then(undefined, () => {});
  return invalidArgument(
    operation,
    `${nameOf(place)} is a promise: a value that is not there yet`,
    'An await is missing, or a .then(…). Wait for the value in an operation before, as in fn(async state => ({ ...state, value: await … })), and write $.value here. The result of an operation is in $.data of the next one.'
  );
}

function refuseCircle(operation: string, place: Place): void {
  let { parent } = place;
  while (parent !== undefined && parent.value !== place.value) {
    parent = parent.parent;
  }
  if (parent === undefined) return;
  throw invalidArgument(
    operation,
    `${nameOf(place)} contains itself, so it cannot be sent`,
    'Give only the values that Asana needs, one by one, such as the gid of a task and not the whole object.'
  );
}

function nameOf(place: Place): string {
  const keys: string[] = [];
  for (let at: Place | undefined = place; at?.parent; at = at.parent) {
    keys.unshift(at.key);
  }
  return keys.length === 0 ? 'an argument' : `"${keys.join('.')}"`;
}

/** Buffers, streams and other objects with a life of their own stay whole. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Buffer.isBuffer(value) &&
  Object.prototype.toString.call(value) === '[object Object]' &&
  !('pipe' in value) &&
  !('pipeTo' in value);
