import { costOf } from './cost.js';
import {
  createInFlight,
  type Concurrency,
  type InFlight,
} from './in-flight.js';
import { quotaShapes, type Quota, type QuotaShape } from './quota.js';
import { rateLimited } from './rate-limited.js';

/** What the limits are. `undefined` is no limit. */
export interface LimitOptions {
  readonly requestsPerMinute?: number;
  readonly searchPerMinute?: number;
  readonly concurrency?: Concurrency;
  readonly quotaShape: QuotaShape;
  /** The length of the minute in milliseconds. */
  readonly minute: number;
  /** Whether a 429 says how long to wait. */
  readonly retryAfter: boolean;
}

/** The verdict on a request: the answer that refuses it, or a place. */
export interface Admission {
  /** How many calls of the quota it is, granted or not. */
  readonly calls: number;
  readonly refusal?: Response;
  /** Gives the place back. To be called once, when the answer is ready. */
  release(): void;
}

/** The limits of all tokens. */
export interface Limits {
  admit(request: Request): Promise<Admission>;
  /** Forgets every call that was made. */
  reset(): void;
}

interface TokenLimits {
  readonly calls?: Quota;
  readonly searches?: Quota;
  readonly inFlight?: InFlight;
}

/** Asana publishes no time for a refused concurrent call: the shortest one. */
const concurrencyWait = 1;
const nothing = () => {};

export function createLimits(options: LimitOptions, now: () => number): Limits {
  const byToken = new Map<string, TokenLimits>();

  const limitsOf = (token: string): TokenLimits => {
    const known = byToken.get(token) ?? newTokenLimits(options);
    byToken.set(token, known);
    return known;
  };

  const refuse = (calls: number, wait: number): Admission => ({
    calls,
    refusal: rateLimited(options.retryAfter ? toSeconds(wait) : undefined),
    release: nothing,
  });

  return {
    async admit(request) {
      const cost = await costOf(request);
      const token = request.headers.get('authorization');
      const count = token === null ? 0 : cost.reads + cost.writes;
      if (token === null || count === 0) return { calls: 0, release: nothing };
      const { calls, searches, inFlight } = limitsOf(token);
      const wait = Math.max(
        calls?.take(now(), count) ?? 0,
        cost.searches > 0 ? (searches?.take(now(), cost.searches) ?? 0) : 0
      );
      if (wait > 0) return refuse(count, wait);
      if (inFlight === undefined) return { calls: count, release: nothing };
      return inFlight.enter(cost)
        ? { calls: count, release: () => inFlight.leave(cost) }
        : refuse(count, concurrencyWait);
    },
    reset: () => byToken.clear(),
  };
}

function newTokenLimits(options: LimitOptions): TokenLimits {
  const { requestsPerMinute, searchPerMinute, concurrency, minute } = options;
  const quota = quotaShapes[options.quotaShape];
  return {
    calls: requestsPerMinute ? quota(requestsPerMinute, minute) : undefined,
    searches: searchPerMinute ? quota(searchPerMinute, minute) : undefined,
    inFlight: concurrency && createInFlight(concurrency),
  };
}

/** The header takes whole seconds: rounded up, it is never too early. */
const toSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1000);
