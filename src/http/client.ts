import { redact } from '../secrets.js';
import { endWhenAbandoned } from './abandon.js';
import {
  createAuth,
  fixedToken,
  type ExplainRefusal,
  type Tokens,
} from './auth.js';
import { withOwnConnections, type SendingEnvironment } from './environment.js';
import { explainFailure } from './explain-failure.js';
import { compose, type Send } from './layer.js';
import { createLog } from './log.js';
import { createDigest } from './log-digest.js';
import { NetworkFailure } from './network-error.js';
import { createRetry } from './retry.js';
import { createSend, type SendOptions } from './send.js';
import { createThrottle, type ThrottleOptions } from './throttle.js';
import { whenIdle } from './when-idle.js';

export interface ClientOptions extends SendOptions, ThrottleOptions {
  /** The token of all requests, unless it is renewed. */
  readonly token: string;
  readonly renewal?: Renewal;
  readonly explainRefusal?: ExplainRefusal;
}

/** How the tokens of a login are renewed. */
export interface Renewal {
  /** Tells logins apart, and stays the same while their tokens change. */
  readonly login: string;
  readonly createTokens: (environment: SendingEnvironment) => Tokens;
}

interface Client {
  readonly send: Send;
  /** The client reads them for each request. */
  readonly settings: ClientOptions;
  isToldOfHint?: true;
}

/**
 * One client for each token and server: Asana counts per token, and two
 * steps of a run may use two credentials. The module lives as long as the
 * run, so all its steps share the limits.
 */
const clients = new Map<string, Client>();

/**
 * Two steps may have other settings for one token. Each has its own timeout,
 * because one begins when the other has ended. What is known of the limits must
 * not be forgotten in between, so for these the first hint counts.
 */
export function clientFor(options: ClientOptions): Send {
  const key = JSON.stringify([
    options.baseUrl,
    options.basePath,
    options.renewal?.login ?? options.token,
  ]);
  const known = clients.get(key);
  if (known === undefined) {
    const settings = { ...options };
    const send = createClient(settings);
    clients.set(key, { send, settings });
    return send;
  }
  known.settings.timeout = options.timeout;
  tellOfHint(known, options.requestsPerMinute);
  return known.send;
}

function tellOfHint(client: Client, hint: number | undefined): void {
  const { requestsPerMinute } = client.settings;
  const isNew = hint !== undefined && hint !== requestsPerMinute;
  if (!isNew || client.isToldOfHint) return;
  client.isToldOfHint = true;
  console.warn(
    `"requestsPerMinute" is ${hint} in this step and ${requestsPerMinute ?? 'not given'} in an earlier one with the same token: the earlier one counts for the whole run`
  );
}

/** Starts as a new run does; a test that follows another one needs it. */
export const forgetClients = (): void => clients.clear();

/**
 * The order of the layers, outermost first. Each attempt of a retry takes its
 * own place in the throttle, so that a waiting request holds none; the log is
 * inside both, so that it tells of every request that really went out.
 */
export function createClient(options: ClientOptions): Send {
  const environment = withOwnConnections();
  const { now } = environment;
  const log = (line: string): void => console.log(redact(line));
  const warn = (line: string): void => console.warn(redact(line));
  const requests = createDigest({ now, write: log, more: 'more requests' });
  const retries = createDigest({ now, write: warn, more: 'more tried again' });
  const send = compose(
    [
      whenIdle(() => {
        requests.tellRest();
        retries.tellRest();
      }),
      createRetry(environment, retries.tell),
      createThrottle(environment, options, log),
      createAuth(
        options.renewal?.createTokens(environment) ?? fixedToken(options.token),
        options.explainRefusal
      ),
      createLog(environment, requests),
    ],
    createSend(environment, options)
  );
  const sendOrLeave = endWhenAbandoned(send);
  return async request => {
    try {
      return await sendOrLeave(request);
    } catch (error) {
      if (!(error instanceof NetworkFailure)) throw error;
      throw explainFailure(request, error, options.baseUrl);
    }
  };
}
