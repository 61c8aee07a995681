import { isBlank } from './blank.js';

/** Later than any time in seconds, and earlier than any in milliseconds. */
const between = 1e11;

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
    ? Date.parse(String(given))
    : number < between
      ? number * 1000
      : number;
  return Math.abs(time) <= latest ? time : undefined;
}
