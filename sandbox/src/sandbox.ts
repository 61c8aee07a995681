import {
  createAsana,
  demoSeed,
  emptySeed,
  type Asana,
  type Seed,
} from './asana/index.js';
import { createFaults, type Faults } from './faults/faults.js';
import { createFront } from './front.js';
import { createHandler } from './handler.js';
import { createKobo, type KoboAccess } from './kobo/index.js';
import { createLimits } from './limits/limits.js';
import { createOAuth, type OAuth, type OAuthService } from './oauth/index.js';
import { positive, toLimitOptions, type SandboxOptions } from './options.js';
import { createPages } from './pages/index.js';
import { post, setTimer } from './post.js';
import { createRecords, type RecordedRequest } from './records.js';
import { listen } from './server.js';
import { createWait } from './wait.js';

/** Asana and KoboToolbox on loopback. */
export interface Sandbox {
  /** The origin of both, such as `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The token that Asana's API takes. */
  readonly token: string;
  /** A ready credential for the adaptor. */
  readonly configuration: {
    readonly apiVersion: '1.0';
    readonly token: string;
    readonly baseUrl: string;
  };
  readonly kobo: KoboAccess & { readonly url: string };
  readonly asana: Asana;
  /** The apps of OAuth. */
  readonly oauth: OAuth;
  /** Tokens of OAuth without a login, as a credential for the adaptor. */
  readonly issueToken: OAuthService['issueToken'];
  /** Losing events and ending their tokens, as Asana does at times. */
  readonly events: Asana['events'];
  /** What was sent to webhooks, and waiting for it. */
  readonly webhooks: Asana['webhooks'];
  /** Every request since the start or the last reset, in order of arrival. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: Faults;
  /** Back to the start: boards, submissions, records, faults, quotas. */
  reset(): void;
  /** Ends every connection and wait at once. Nothing keeps the process alive. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. */
export async function startSandbox(
  options: SandboxOptions = {}
): Promise<Sandbox> {
  const { now = Date.now, latencyMs = 0, port = 0 } = options;
  const closing = new AbortController();
  const wait = createWait(closing.signal);
  const timeScale = positive('timeScale', options.timeScale ?? 1);
  const baseUrl = () => listener.url;
  let closed: Promise<void> | undefined;

  const oauth = createOAuth({
    options: options.oauth ?? {},
    timeScale,
    now,
    store: () => asana.store,
    user: () => asana.store.tokens.get(asana.token)!,
    baseUrl,
  });
  const asana: Asana = createAsana({
    grantOf: oauth.grantOf,
    baseUrl,
    now,
    plan: options.plan,
    searchLagMs: options.searchLagMs,
    offsetLifetimeMs: options.offsetLifetimeMs,
    jobPolls: options.jobPolls,
    failingJobs: options.failingJobs,
    localWebhooks: options.localWebhooks,
    events: options.events,
    webhooks: { timeScale, post, setTimer, ...options.webhooks },
    seed: toSeed(options.seed),
  });
  const kobo = createKobo({ baseUrl, now });
  const records = createRecords(now);
  const limitOptions = toLimitOptions(options);
  const limits = createLimits(limitOptions, now);
  const faults = createFaults({ rules: options.faults ?? [], wait });

  const pages = createPages({
    store: () => asana.store,
    requests: records.requests,
    deliveries: () => asana.webhooks.deliveries,
    quota: limitOptions,
    now,
  });
  const services = createHandler({
    records,
    limits,
    faults,
    asana: request => asana.handle(request),
    kobo: request => kobo.handle(request),
    oauth: request => oauth.handle(request),
    now,
    latency: () => wait(latencyMs),
  });

  const listener = await listen(createFront(pages, services), port);

  return {
    url: listener.url,
    token: asana.token,
    configuration: {
      apiVersion: '1.0',
      token: asana.token,
      baseUrl: listener.url,
    },
    kobo: { url: listener.url, ...kobo.access },
    asana,
    oauth,
    issueToken: oauth.issueToken,
    events: asana.events,
    webhooks: asana.webhooks,
    requests: records.requests,
    faults,
    reset() {
      for (const part of [asana, kobo, oauth, records, limits, faults])
        part.reset();
    },
    close() {
      closing.abort();
      asana.close();
      closed ??= listener.close();
      return closed;
    },
  };
}

function toSeed(seed: SandboxOptions['seed'] = 'demo'): Seed {
  if (seed === 'demo') return demoSeed;
  return seed === 'empty' ? emptySeed : seed;
}
