import { badField } from './errors.js';
import type { Data } from './input.js';
import { shown } from './input.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  // JavaScript carries 30 February over into March.
  return day.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;
}

/** A date-time as milliseconds, or `undefined` where it is none. */
export function parseMoment(text: string): number | undefined {
  if (!moment.test(text)) return undefined;
  // Without a zone it is taken as UTC, whatever zone the sandbox runs in.
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : time;
}

/** A day, a date-time or `now` as milliseconds. */
export function parseTime(text: string, now: number): number | undefined {
  if (text === 'now') return now;
  return isDay(text) ? Date.parse(text) : parseMoment(text);
}

/** A point in time that a query asks for, as milliseconds. */
export function readTime(value: string, name: string, now: number): number {
  const time = parseTime(value, now);
  if (time !== undefined) return time;
  throw badField(name, `Datetime must be in ISO-8601 format, not: ${value}`);
}

/** Reads a date-only field. */
export function readDay(data: Data, field: string): string | null | undefined {
  const value = data[field];
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string' || !isDay(value)) {
    throw badField(
      field,
      `Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${shown(value)}`
    );
  }
  return value;
}

/** Reads a date-time field, as Asana returns it: UTC with milliseconds. */
export function readMoment(
  data: Data,
  field: string
): string | null | undefined {
  const value = data[field];
  if (value === undefined || value === null) return value;
  const time = typeof value === 'string' ? parseMoment(value) : undefined;
  if (time === undefined) {
    throw badField(
      field,
      `Datetime must be in ISO-8601 format, not: ${shown(value)}`
    );
  }
  return new Date(time).toISOString();
}
