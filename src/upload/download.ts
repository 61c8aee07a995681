import { request, type Dispatcher } from 'undici';
import { environment } from '../http/environment.js';
import { kindOf, mayPass } from '../http/failure-kind.js';
import { failureReason, type NetworkFailure } from '../http/network-error.js';
import { longestSilence } from './limits.js';
import { adviceForStatus, adviceForTrouble } from './source-advice.js';
import { placeOf, sourceFailure } from './source-failure.js';
import { objectionToRedirect } from './source-url.js';
import { Impatience, within } from './within.js';

/** A file that is on its way from its server. */
export interface Download {
  /** The address as it was given, and where the file was in the end. */
  readonly asked: URL;
  readonly found: URL;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Dispatcher.ResponseData['body'];
}

export interface DownloadOptions {
  readonly operation: string;
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly startedAt: number;
  readonly closing: AbortSignal;
}

/** Storage is mostly one redirect away, seldom more than two. */
const mostRedirects = 5;

const redirects = [301, 302, 303, 307, 308];
const passingStatuses = [408, 425, 429, 500, 502, 503, 504];

/**
 * Asks for a file, in a request that has nothing to do with those to Asana:
 * no token goes with it. The headers of the job are for the origin that the job
 * named; once a redirect leads to another one they stay behind, all of them, as
 * nobody knows which of them are secrets.
 */
export async function download(options: DownloadOptions): Promise<Download> {
  const { url: asked, operation } = options;
  let { url, headers } = options;
  for (let count = 0; ; count++) {
    const answer = await ask(options, url, headers);
    if (answer.statusCode === 200) {
      return { asked, found: url, headers: answer.headers, body: answer.body };
    }
    answer.body.destroy();
    const target = targetOf(answer, url);
    if (target === undefined) {
      throw refused(options, url, answer.statusCode, {
        isElsewhere: url.origin !== asked.origin,
      });
    }
    const objection =
      count === mostRedirects
        ? 'there are too many of them, one after the other'
        : objectionToRedirect(url, target);
    if (objection !== undefined) {
      throw sourceFailure({
        operation,
        reason: 'the file is elsewhere',
        description: `The file at ${placeOf(url)} could not be read: its redirect was not followed, because ${objection}.`,
        fix: 'Open the address in a browser, and give the one that the file has in the end.',
        passing: false,
      });
    }
    if (target.origin !== url.origin) headers = {};
    url = target;
  }
}

async function ask(
  options: DownloadOptions,
  url: URL,
  headers: Record<string, string>
): Promise<Dispatcher.ResponseData> {
  const leaving = new AbortController();
  const answer = request(url, {
    dispatcher: environment.dispatcher,
    // The bytes are to arrive as they are, and their number to be known.
    headers: { accept: '*/*', ...headers, 'accept-encoding': 'identity' },
    headersTimeout: 0,
    bodyTimeout: 0,
    signal: leaving.signal,
  });
  try {
    const { body, ...rest } = await within(
      { milliseconds: longestSilence, closing: options.closing },
      answer
    );
    // It breaks when it is closed early, which is no news then.
    body.on('error', () => {});
    return { ...rest, body };
  } catch (error) {
    leaving.abort();
    answer.then(
      ({ body }) => body.destroy(),
      () => {}
    );
    throw interrupted(options, url, error);
  }
}

/** The failure of a download that has not ended as it should. */
export function interrupted(
  { operation, startedAt }: Pick<DownloadOptions, 'operation' | 'startedAt'>,
  url: URL,
  error: unknown
): NetworkFailure {
  const reason =
    error instanceof Impatience
      ? 'UND_ERR_SOURCE_TIMEOUT'
      : failureReason(error);
  const kind = kindOf(reason);
  const { happened, fix } = adviceForTrouble(kind);
  return sourceFailure({
    operation,
    reason: kind === 'timeout' ? 'the source is too slow' : `source: ${reason}`,
    description: `The file at ${placeOf(url)} could not be read: ${happened}.`,
    fix,
    passing: mayPass(kind),
    duration: environment.now() - startedAt,
  });
}

function refused(
  { operation, startedAt }: DownloadOptions,
  url: URL,
  status: number,
  { isElsewhere }: { readonly isElsewhere: boolean }
): NetworkFailure {
  const { happened, fix } = adviceForStatus(status, isElsewhere);
  return sourceFailure({
    operation,
    reason: `source: ${status}`,
    description: `The file at ${placeOf(url)} could not be read: ${status}, ${happened}.`,
    fix,
    passing: passingStatuses.includes(status),
    duration: environment.now() - startedAt,
  });
}

function targetOf(
  { statusCode, headers }: Dispatcher.ResponseData,
  base: URL
): URL | undefined {
  const { location } = headers;
  if (!redirects.includes(statusCode) || typeof location !== 'string') {
    return undefined;
  }
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
