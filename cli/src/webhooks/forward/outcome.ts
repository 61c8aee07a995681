/** What became of one attempt to hand a batch on. */
export type Outcome = { readonly kind: 'done' } | Failure;

export interface Failure {
  readonly kind: 'failed';
  /** What a person is shown. It holds no address and no content. */
  readonly reason: string;
  /** The other side wants to be left alone for so long. */
  readonly retryAfterMs?: number;
  /** The other side will not have this very content: others may go through. */
  readonly isRefused?: boolean;
}

/** The answers that are about what was sent, rather than about where to. */
const refusals = new Set([400, 413, 415, 422]);

/** Longer than any outage that one should sleep through. */
const longestWaitMs = 60 * 60_000;

/** What an HTTP answer to a forwarded batch means. */
export function judgeAnswer(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  now: number
): Outcome {
  if (status >= 200 && status < 300) return { kind: 'done' };
  const reason = `The receiver answered ${status}${hints[status] ?? ''}.`;
  const retryAfterMs =
    status === 429 || status === 503
      ? readRetryAfter(headers.get('retry-after'), now)
      : undefined;
  return {
    kind: 'failed',
    reason,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(refusals.has(status) && { isRefused: true }),
  };
}

const hints: Readonly<Record<number, string>> = {
  301: ', a redirect, which is not followed',
  302: ', a redirect, which is not followed',
  303: ', a redirect, which is not followed',
  307: ', a redirect, which is not followed',
  308: ', a redirect, which is not followed',
  401: ': see --forward-header-file',
  403: ': see --forward-header-file',
  404: ': check the address, and whether the trigger is switched on',
  413: ', too large',
  429: ', too many requests',
};

/** Seconds, or a date; anything else says nothing. */
function readRetryAfter(given: string | null, now: number): number | undefined {
  if (given === null) return undefined;
  const wait = /^\d{1,9}$/.test(given)
    ? Number(given) * 1000
    : Date.parse(given) - now;
  return Number.isNaN(wait)
    ? undefined
    : Math.min(Math.max(wait, 0), longestWaitMs);
}
