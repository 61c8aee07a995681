import { STATUS_CODES } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import lodash from 'lodash';
import type { HttpResponse } from '../types.js';
import { decodeBody } from './decode-body.js';
import type { SendingEnvironment } from './environment.js';
import { exchange, isSuccess, type WireAnswer } from './exchange.js';
import { isRepeatable, type Send } from './layer.js';

export interface SendOptions {
  /** The origin of Asana. */
  readonly baseUrl: string;
  /** What comes before every path, such as `/api/1.0`. */
  readonly basePath: string;
  /** How long one attempt may take altogether, in milliseconds. */
  timeout: number;
}

/**
 * The innermost step: one request over the network, whatever its outcome. No
 * redirect is followed, so the token goes to Asana alone. The path is already
 * encoded; only what `encodeURIComponent` leaves alone and slashes come
 * through here.
 */
export const createSend =
  (environment: SendingEnvironment, options: SendOptions): Send =>
  async request => {
    const { method, path, query = {}, body, stream, headers, signal } = request;
    const { baseUrl, basePath, timeout } = options;
    const start = environment.now();
    const url = new URL(`${basePath}${path}`, baseUrl);
    const opened = await stream?.open();
    if (!isRepeatable(request)) await letClose();
    const answer = await exchange(environment, {
      origin: url.origin,
      method,
      path: url.pathname,
      query: wellFormed(query),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...(body === undefined
          ? undefined
          : { 'content-type': 'application/json' }),
        ...opened?.headers,
        ...headers,
      },
      // A job may have made the JSON itself.
      body:
        opened ??
        (body === undefined || typeof body === 'string'
          ? body
          : JSON.stringify(body)),
      timeout,
      signal,
    }).finally(() => opened?.close());
    const { statusCode } = answer;
    return {
      url: url.href,
      method,
      statusCode,
      statusMessage: STATUS_CODES[statusCode] ?? '',
      headers: plainHeaders(answer),
      body: parse(await readText(answer)),
      duration: environment.now() - start,
      ...(Object.keys(query).length > 0 && { query }),
    };
  };

/**
 * While a job computes, the other end may close a connection that nobody uses,
 * and what is sent on it then may or may not have an effect. undici lets one
 * round of immediates pass before it uses a connection again, to learn of that.
 * But this code may run between a look at the sockets and its immediates, and
 * only before the round after that they are looked at again.
 */
const letClose = (): Promise<void> => setImmediate();

/**
 * A text that was cut in the middle of an emoji ends with half of it, which
 * cannot be encoded; like a browser this sends U+FFFD for it.
 */
const wellFormed = (query: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Buffer.from(value).toString(),
    ])
  );

/** A refusal is clear from its status, even when its words are garbled. */
async function readText(answer: WireAnswer): Promise<string> {
  try {
    return await decodeBody(answer);
  } catch (error) {
    if (isSuccess(answer.statusCode)) throw error;
    return '';
  }
}

/** The body is handed on decompressed: what tells otherwise goes. */
const plainHeaders = ({ headers }: WireAnswer): HttpResponse['headers'] =>
  headers['content-encoding'] === undefined
    ? headers
    : lodash.omit(headers, ['content-encoding', 'content-length']);

/** A load balancer answers in HTML, so the text is kept where it is no JSON. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
