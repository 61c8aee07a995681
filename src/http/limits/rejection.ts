import type { HttpResponse } from '../../types.js';
import type { HttpRequest } from '../layer.js';
import { parseRetryAfter, retryAfterOf } from '../retry-after.js';
import type { Rejection } from './traffic.js';

/** Whether an answer is a 429, and how long it asks to wait. */
export function rejectionOf(
  { path }: HttpRequest,
  { statusCode, headers, body }: HttpResponse,
  now: number
): Rejection | undefined {
  if (statusCode === 429) return { retryAfter: retryAfterOf(headers, now) };
  return path === '/batch' ? rejectionWithin(body, now) : undefined;
}

/** Asana rejects a batch as a whole; should it reject an action, that counts. */
function rejectionWithin(body: unknown, now: number): Rejection | undefined {
  const results = (body as { readonly data?: unknown } | null | undefined)
    ?.data;
  if (!Array.isArray(results)) return undefined;
  const waits = (results as readonly (Result | null)[])
    .filter(result => result?.status_code === 429)
    .map(result => parseRetryAfter(headerOf(result?.headers), now));
  if (waits.length === 0) return undefined;
  const longest = Math.max(...waits.map(wait => wait ?? -1));
  return { retryAfter: longest < 0 ? undefined : longest };
}

interface Result {
  readonly status_code?: unknown;
  readonly headers?: Readonly<Record<string, unknown>> | null;
}

function headerOf(headers: Result['headers']): string | undefined {
  const name = Object.keys(headers ?? {}).find(
    each => each.toLowerCase() === 'retry-after'
  );
  return name === undefined ? undefined : String(headers?.[name]);
}
