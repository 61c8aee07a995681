import type { HttpResponse } from '../types.js';

/** RFC 9110, section 5.6.7: the form that servers must send. */
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

type Header = string | string[] | undefined;

/**
 * How long an answer asks to wait. A date is compared with the answer's own
 * `Date`, so that the clock of this machine does not have to be right.
 *
 * @returns milliseconds to wait, or `undefined`.
 */
export const retryAfterOf = (
  headers: HttpResponse['headers'],
  now: number
): number | undefined =>
  parseRetryAfter(headers['retry-after'], parseDate(headers.date) ?? now);

/** As many seconds have nine digits; in milliseconds, still a safe number. */
const longest = 999_999_999_000;

/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date. Anything else
 * is as good as no header, which Asana's concurrency limit is known to send.
 * When it comes several times, the longest wait is safe for all of them.
 *
 * @returns milliseconds to wait, or `undefined`.
 */
export function parseRetryAfter(
  header: Header,
  now: number
): number | undefined {
  const waits = [header ?? []]
    .flat()
    .map(text => parseOne(text.trim(), now))
    .filter(wait => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function parseOne(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longest);
  const date = parseDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

function parseDate(header: Header): number | undefined {
  const text = textOf(header);
  if (!httpDate.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

const textOf = (header: Header): string =>
  (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
