import type { AsanaOptions, Seed } from './asana/index.js';
import type { FaultRule } from './faults/fault-rule.js';
import { asanaConcurrency, type Concurrency } from './limits/in-flight.js';
import type { LimitOptions } from './limits/limits.js';
import type { QuotaShape } from './limits/quota.js';
import type { OAuthOptions } from './oauth/index.js';

/** How a sandbox is to be. Every option has a default. */
export interface SandboxOptions extends Pick<
  AsanaOptions,
  | 'now'
  | 'plan'
  | 'searchLagMs'
  | 'offsetLifetimeMs'
  | 'jobPolls'
  | 'failingJobs'
  | 'localWebhooks'
  | 'events'
  | 'webhooks'
> {
  /** The port on 127.0.0.1. 0 (default) takes any that is free. */
  readonly port?: number;
  /** What Asana holds at the start: `'demo'` (default), `'empty'` or your own. */
  readonly seed?: 'demo' | 'empty' | Seed;
  /**
   * The quota of a token. A real free plan has 150, a paid one 1,500; `'off'` is
   * the default. It is independent of `plan`, which says what answers 402.
   */
  readonly requestsPerMinute?: number | 'off';
  /** The quota of searches: 60, or `'off'` where `requestsPerMinute` is off. */
  readonly searchPerMinute?: number | 'off';
  /** How the minute is measured: `'sliding'` (default), `'fixed'`, `'bucket'`. */
  readonly quotaShape?: QuotaShape;
  /**
   * How many calls of a token may be under way at once: 50 reads and 15 writes
   * by default, `false` for any number. It shows only with some `latencyMs`.
   */
  readonly concurrency?: boolean | Concurrency;
  /** `false` leaves `Retry-After` out of every 429, as Asana sometimes does. */
  readonly retryAfter?: boolean;
  /** How many milliseconds pass before each answer: 0 by default. */
  readonly latencyMs?: number;
  /**
   * How many times faster the minute of a quota passes, the hour of an OAuth
   * token, and the hours between the attempts to reach a webhook: with 60 a
   * minute takes a second. `Retry-After` stays in whole real seconds, rounded
   * up, so a client that knows nothing of the scale never comes too early; the
   * price is that it may wait for up to a second where the scaled time would be
   * shorter.
   */
  readonly timeScale?: number;
  /** The apps of OAuth and their tokens. */
  readonly oauth?: OAuthOptions;
  /** Faults that are in place from the start and after each reset. */
  readonly faults?: readonly FaultRule[];
}

const searchesOfAsana = 60;

/** The limits that the options ask for. */
export function toLimitOptions(options: SandboxOptions): LimitOptions {
  const { requestsPerMinute, searchPerMinute, concurrency = true } = options;
  const searchDefault = isOff(requestsPerMinute) ? 'off' : searchesOfAsana;
  return {
    requestsPerMinute: toQuota('requestsPerMinute', requestsPerMinute),
    searchPerMinute: toQuota(
      'searchPerMinute',
      searchPerMinute ?? searchDefault
    ),
    concurrency:
      typeof concurrency === 'object'
        ? concurrency
        : concurrency
          ? asanaConcurrency
          : undefined,
    quotaShape: options.quotaShape ?? 'sliding',
    minute: 60_000 / positive('timeScale', options.timeScale ?? 1),
    retryAfter: options.retryAfter ?? true,
  };
}

const isOff = (quota: number | 'off' | undefined) =>
  quota === undefined || quota === 'off';

function toQuota(
  name: string,
  quota: number | 'off' | undefined
): number | undefined {
  return quota === undefined || quota === 'off'
    ? undefined
    : positive(name, quota);
}

export function positive(name: string, value: number): number {
  if (value > 0) return value;
  throw new RangeError(`"${name}" must be greater than 0, not ${value}`);
}
