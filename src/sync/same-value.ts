import lodash from 'lodash';
import { isObject } from '../core/arguments.js';
import { gidOf } from './key.js';

/**
 * Whether a field of a task has the value that a row gives it already, as
 * Asana keeps it. What it cannot tell counts as another value: writing once
 * too often does no harm.
 */
export function isSameValue(
  name: string,
  current: unknown,
  wanted: unknown
): boolean {
  if (name === 'due_at' || name === 'start_at') {
    return isSameMoment(current, wanted);
  }
  if (name === 'external') {
    return isObject(wanted) && isObject(current)
      ? lodash.isMatch(current, wanted)
      : isSameText(current, wanted);
  }
  return isObject(current)
    ? isSameRecord(current, wanted)
    : isSameText(current, wanted);
}

/** Whether a custom field of a task, as Asana lists it, has the value. */
export function isSameField(entry: unknown, wanted: unknown): boolean {
  if (!isObject(entry)) return isNothing(wanted);
  switch (entry.resource_subtype ?? entry.type) {
    case 'number':
      return isSameNumber(entry.number_value, wanted, entry.precision);
    case 'enum':
      return isSameRecord(entry.enum_value, wanted);
    case 'multi_enum':
      return isSameSet(entry.multi_enum_values, wanted);
    case 'people':
      return isSameSet(entry.people_value, wanted);
    case 'reference':
      return isSameSet(entry.reference_value, wanted);
    case 'date':
      return isSameDate(entry.date_value, wanted);
    default:
      return isSameText(entry.text_value, wanted);
  }
}

/** Whether two lists hold the same records, in whatever order. */
export function isSameSet(current: unknown, wanted: unknown): boolean {
  const records: unknown[] = Array.isArray(current) ? current : [];
  const values: unknown[] = Array.isArray(wanted) ? wanted : [];
  return (
    (Array.isArray(wanted) || isNothing(wanted)) &&
    records.every(record =>
      values.some(value => isSameRecord(record, value))
    ) &&
    values.every(value => records.some(record => isSameRecord(record, value)))
  );
}

/** A record is named by its gid, a person by an e-mail address as well. */
export function isSameRecord(current: unknown, wanted: unknown): boolean {
  if (!isObject(current)) return isNothing(wanted);
  const name = isObject(wanted) ? wanted.gid : wanted;
  if (typeof name !== 'string' && typeof name !== 'number') return false;
  const { email } = current;
  return (
    String(gidOf(current)) === String(name) ||
    (typeof email === 'string' &&
      email.toLowerCase() === String(name).toLowerCase())
  );
}

/** Asana may trim a text, and keeps one kind of line ending. */
const isSameText = (current: unknown, wanted: unknown): boolean =>
  isNothing(current) || isNothing(wanted)
    ? isNothing(current) && isNothing(wanted)
    : isObject(wanted) || Array.isArray(wanted)
      ? lodash.isEqual(current, wanted)
      : normalize(String(current)) === normalize(String(wanted));

const normalize = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

function isSameNumber(
  current: unknown,
  wanted: unknown,
  precision: unknown
): boolean {
  if (isNothing(wanted) || isNothing(current)) {
    return isNothing(wanted) && isNothing(current);
  }
  const distance = Math.abs(Number(current) - Number(wanted));
  if (typeof precision !== 'number') return distance === 0;
  // Half a unit may be rounded either way, and 1.005 is a little less than it.
  const half = 0.5 * 10 ** -precision;
  return distance <= half * (1 + 1e-9);
}

/** A day, or a moment of it. */
function isSameDate(current: unknown, wanted: unknown): boolean {
  if (!isObject(current)) return isNothing(wanted);
  const given = isObject(wanted) ? wanted : { date: wanted };
  return isNothing(given.date_time)
    ? isNothing(current.date_time) && current.date === given.date
    : isSameMoment(current.date_time, given.date_time);
}

function isSameMoment(current: unknown, wanted: unknown): boolean {
  if (isNothing(wanted) || isNothing(current)) {
    return isNothing(wanted) && isNothing(current);
  }
  return Date.parse(String(current)) === Date.parse(String(wanted));
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';
