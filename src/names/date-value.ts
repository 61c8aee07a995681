import { isDate } from 'node:util/types';
import { isObject } from '../core/arguments.js';
import { invalidValue, kindOf } from './invalid-value.js';
import type { Field } from './named.js';

/** As Asana takes a date: a day, or a moment in UTC. */
export type DateValue =
  { readonly date: string } | { readonly date_time: string };

const day = /^(\d{4})-(\d\d)-(\d\d)$/;
const moment =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * A day, a moment in ISO 8601, a Date, or what Asana itself takes. A moment
 * without a zone is taken for UTC, wherever the job runs.
 */
export function toDateValue(
  operation: string,
  field: Field,
  value: unknown
): DateValue {
  const found = read(value);
  if (found !== undefined) return found;
  throw invalidValue(
    operation,
    field,
    `takes a date, ${typeof value === 'string' ? 'and the text for it is none in ISO 8601' : `not ${kindOf(value)}`}`,
    'Give "2026-03-05", a time such as "2026-03-05T14:30:00Z", or null to clear the field. dateFns.parse($.data.date, "dd/MM/yyyy", new Date()) reads other ways to write a date.'
  );
}

function read(value: unknown): DateValue | undefined {
  // A Date of a job comes from another realm: instanceof is of no use.
  if (isDate(value)) return toMoment(value.getTime());
  if (typeof value === 'string') return readText(value.trim());
  if (!isObject(value)) return undefined;
  const { date, date_time } = value;
  const text = date_time ?? date;
  return typeof text === 'string' ? readText(text.trim()) : undefined;
}

function readText(text: string): DateValue | undefined {
  if (day.test(text)) return isDay(text) ? { date: text } : undefined;
  const [, date = '', time = '', zone = 'Z'] = moment.exec(text) ?? [];
  if (!isDay(date)) return undefined;
  return toMoment(Date.parse(`${date}T${time}${withColon(zone)}`));
}

const toMoment = (time: number): DateValue | undefined =>
  Number.isNaN(time) ? undefined : { date_time: new Date(time).toISOString() };

/** `Date.parse` takes `+03:00` only; Kobo also sends `+0300` and `+03`. */
const withColon = (zone: string): string =>
  zone.length === 1
    ? zone.toUpperCase()
    : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;

/** There is no February 30. */
function isDay(text: string): boolean {
  const time = day.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}
