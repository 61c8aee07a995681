import { request as commonRequest } from '@openfn/language-common/util';
import type { Send } from './layer.js';
import { failureReason, NetworkFailure } from './network-error.js';

export interface SendOptions {
  /** The origin of Asana. */
  readonly baseUrl: string;
  /** What comes before every path, such as `/api/1.0`. */
  readonly basePath: string;
}

/**
 * The longest silence, in milliseconds. Asana's own SDK gives up after 60
 * seconds; a run on a default worker lasts 300.
 */
const timeout = 60_000;

/**
 * The innermost step: one request over the network, whatever its outcome.
 * The path is already encoded; only what `encodeURIComponent` leaves alone
 * and slashes come through here.
 */
export const createSend =
  ({ baseUrl, basePath }: SendOptions): Send =>
  async ({ method, path, query, body, headers }) => {
    try {
      const response = await commonRequest(method, `${basePath}${path}`, {
        baseUrl,
        query,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'gzip',
          ...(body === undefined
            ? undefined
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        // The status is judged further up, where a 429 can be waited for.
        errors: false,
        throwOnUnhandledRedirect: false,
        parseAs: 'text',
        timeout,
      });
      return { ...response, body: parse(response.body) };
    } catch (error) {
      throw new NetworkFailure(failureReason(error));
    }
  };

/** A load balancer answers in HTML, so the text is kept where it is no JSON. */
function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
