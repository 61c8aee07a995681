import { AsanaError, type AsanaErrorCode } from '../errors.js';
import { ambiguousWrite, mostLikelyDone } from '../http/ambiguous-write.js';
import { effectOf } from '../http/effect.js';
import { tokenFixOf } from '../http/auth.js';
import { environment } from '../http/environment.js';
import { isRead, isRepeatable, type HttpRequest } from '../http/layer.js';
import { isReadable, outcomeOfAnswer } from '../http/outcome.js';
import { retryAfterOf } from '../http/retry-after.js';
import type { HttpResponse } from '../types.js';
import { adviceFor } from './advice.js';
import { isObject } from './arguments.js';

/** Enough to recognize a page that a load balancer sent. */
const longestExcerpt = 200;

/** A page has its words behind its scripts and styles, but not far. */
const longestPage = 50_000;

/** Returns the answer if it is a success; throws what is wrong with it. */
export function judge(
  request: HttpRequest,
  response: HttpResponse
): HttpResponse {
  const { statusCode } = response;
  if (statusCode < 200 || statusCode >= 300) throw refused(request, response);
  if (!isReadable(response)) throw unreadable(request, response);
  return response;
}

/** As `judge`, for the endpoints that put what they found into `data`. */
export function judgeData(
  request: HttpRequest,
  response: HttpResponse
): HttpResponse {
  const { body } = judge(request, response);
  if (!('data' in body)) throw unreadable(request, response);
  return response;
}

/** As `judge`, for the endpoints that list what they found in `data`. */
export function judgeList(
  request: HttpRequest,
  response: HttpResponse
): HttpResponse {
  const { body } = judge(request, response);
  if (!Array.isArray(body.data)) throw unreadable(request, response);
  return response;
}

function refused(request: HttpRequest, response: HttpResponse): AsanaError {
  const { method, path } = request;
  const { statusCode, statusMessage, headers } = response;
  const errors = errorsIn(response.body);
  const messages = errors.map(error => error.message);
  const now = environment.now();
  const milliseconds = retryAfterOf(headers, now);
  const retryAfter =
    milliseconds === undefined ? undefined : Math.ceil(milliseconds / 1000);
  const isAmbiguous =
    !isRepeatable(request) &&
    effectOf(outcomeOfAnswer(response, now)) === 'unknown';
  const said =
    messages.length > 0
      ? messages.join('; ')
      : withoutStatus(excerpt(response.body), statusCode);

  return new AsanaError(
    `${method} ${path}: ${statusCode} – ${said || statusMessage}`,
    {
      ...detailsOf(request, response),
      code: codeFor(statusCode),
      messages,
      help: errors.find(error => error.help !== undefined)?.help,
      phrase: errors.find(error => error.phrase !== undefined)?.phrase,
      retryAfter,
      description: `Asana answered with ${statusCode} ${statusMessage}.`,
      fix:
        tokenFixOf(response) ??
        adviceFor({
          method,
          path,
          statusCode,
          messages,
          retryAfter,
          url: response.url,
        }),
      ...(isAmbiguous && {
        ...ambiguousWrite,
        description:
          'Asana failed while it was asked to create something: it may exist now or not. The request was not repeated, because that could create it twice.',
      }),
    }
  );
}

function codeFor(statusCode: number): AsanaErrorCode {
  if (statusCode === 429) return 'RATE_LIMITED';
  return statusCode >= 500 ? 'SERVER_ERROR' : 'REFUSED';
}

function unreadable(request: HttpRequest, response: HttpResponse): AsanaError {
  const { method, path } = request;
  const found = excerpt(response.body) || 'an empty answer';
  const isAmbiguous = !isRepeatable(request);
  return new AsanaError(
    `${method} ${path}: ${response.statusCode} – the answer is not what Asana's API sends: ${found}`,
    {
      ...detailsOf(request, response),
      code: 'INVALID_RESPONSE',
      description: `The answer is not what is documented: JSON with "data" in it.${isRead(request) ? '' : ' Asana may have done what was asked all the same; it can be repeated without harm.'}`,
      fix: 'Something between OpenFn and Asana may have answered instead, such as a proxy or a login page. Check "baseUrl" in the credential, and run the job again.',
      ...(isAmbiguous && {
        ...ambiguousWrite,
        description: mostLikelyDone(response.statusCode),
      }),
    }
  );
}

const detailsOf = (
  { method, path }: HttpRequest,
  { statusCode, statusMessage, url, duration, body }: HttpResponse
) => ({
  method,
  path,
  statusCode,
  statusMessage,
  url,
  duration,
  body: typeof body === 'string' ? excerpt(body) : body,
});

interface ErrorEntry {
  readonly message: string;
  readonly help?: string;
  readonly phrase?: string;
}

const errorsIn = (body: unknown): ErrorEntry[] =>
  isObject(body) && Array.isArray(body.errors)
    ? body.errors.filter(
        (entry): entry is ErrorEntry =>
          isObject(entry) && typeof entry.message === 'string'
      )
    : [];

/** A page begins with the status that stands in the message already. */
const withoutStatus = (text: string, statusCode: number): string =>
  text.startsWith(`${statusCode} `)
    ? text.slice(`${statusCode} `.length)
    : text;

/** The words of a page, without its markup. */
function excerpt(body: unknown): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  const page = text.slice(0, longestPage);
  // The title mostly stands in the page once more.
  return (
    wordsIn(page.replace(/<title[\s\S]*?<\/title>/gi, ' ')) || wordsIn(page)
  );
}

const wordsIn = (page: string): string =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestExcerpt);
