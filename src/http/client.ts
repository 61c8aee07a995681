import { redact } from '../secrets.js';
import { endWhenAbandoned } from './abandon.js';
import { createAuth } from './auth.js';
import { environment } from './environment.js';
import { explainFailure } from './explain-failure.js';
import { compose, type Send } from './layer.js';
import { createLog } from './log.js';
import { NetworkFailure } from './network-error.js';
import { createRetry } from './retry.js';
import { createSend, type SendOptions } from './send.js';
import { createThrottle, type ThrottleOptions } from './throttle.js';

export interface ClientOptions extends SendOptions, ThrottleOptions {
  readonly token: string;
}

/**
 * One client for each token and server: Asana counts per token, and two
 * steps of a run may use two credentials. The module lives as long as the
 * run, so all its steps share the limits. Where two steps differ in the other
 * settings of one token, those of the first count: what is known of its limits
 * must not be forgotten in between.
 */
const clients = new Map<string, Send>();

export function clientFor(options: ClientOptions): Send {
  const key = JSON.stringify([
    options.baseUrl,
    options.basePath,
    options.token,
  ]);
  const client = clients.get(key) ?? createClient(options);
  clients.set(key, client);
  return client;
}

/** Starts as a new run does; a test that follows another one needs it. */
export const forgetClients = (): void => clients.clear();

/**
 * The order of the layers, outermost first. Each attempt of a retry takes its
 * own place in the throttle, so that a waiting request holds none; the log is
 * inside both, so that it tells of every request that really went out.
 */
export function createClient(options: ClientOptions): Send {
  const send = compose(
    [
      createRetry(environment, line => console.warn(redact(line))),
      createThrottle(environment, options, line => console.log(redact(line))),
      createAuth(options.token),
      createLog(environment, line => console.log(redact(line))),
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
