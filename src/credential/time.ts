import { isBlank } from './blank.js';

/** Later than any time in seconds, and earlier than any in milliseconds. */
const between = 1e11;

/** `05/03/2026` is another day for each country, and `Date.parse` takes it. */
const iso = /^\d{4}-\d\d-\d\d(T|$)/;

/** A Date can hold no later one, in milliseconds. */
const latest = 8.64e15;

/**
 * Reads seconds or milliseconds since 1970, or ISO text. The answer is in
 * milliseconds, and `undefined` where there is nothing that can be read.
 */
export function readTime(given: unknown): number | undefined {
  if (isBlank(given)) return undefined;
  const number = Number(given);
  const time = Number.isNaN(number)
    ? parseIso(String(given).trim())
    : number < between
      ? number * 1000
      : number;
  return time >= 0 && time <= latest ? time : undefined;
}

const parseIso = (text: string): number =>
  iso.test(text) ? Date.parse(text) : NaN;
