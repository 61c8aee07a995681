import lodash from 'lodash';
import { redact } from './secrets.js';

/**
 * What went wrong, for a job to decide upon.
 *
 * - `INVALID_ARGUMENT`: an operation was called with something it cannot use.
 *   Nothing was sent.
 * - `INVALID_CREDENTIAL`: the credential lacks a token or has a wrong setting.
 *   Nothing was sent.
 * - `LOGIN_ENDED`: Asana takes the refresh token of an OAuth login no longer.
 * - `UNEXPECTED_ABSOLUTE_URL`: a path or gid was expected. Nothing was sent.
 * - `MISSING_KEY`: a row for an upsert has no value for its external id.
 * - `UNKNOWN_NAME`: Asana has nothing of the name that was given.
 * - `AMBIGUOUS_NAME`: the name that was given fits several things in Asana.
 * - `INVALID_VALUE`: a value does not fit the custom field that it is for.
 * - `REFUSED`: Asana refused the request (`statusCode` 3xx or 4xx).
 * - `RATE_LIMITED`: Asana still said "too many requests" after waiting
 *   (`statusCode` 429).
 * - `SERVER_ERROR`: Asana failed (`statusCode` 5xx).
 * - `SOURCE_FAILED`: the file for an attachment could not be read where it is.
 *   Asana has nothing of it.
 * - `FILE_TOO_LARGE`: the file for an attachment is larger than Asana takes.
 * - `BATCH_FAILED`: some requests of a batch failed; see `results`.
 * - `ROWS_FAILED`: some rows of `upsertTasks` failed; see `report`.
 * - `JOB_FAILED`: what Asana was to carry out by itself, such as a duplication,
 *   failed.
 * - `JOB_UNFINISHED`: it was not finished when the wait for it was over.
 * - `INCOMPLETE_SEARCH`: there are more tasks than a search can find.
 * - `TOO_MANY_DELETED`: more tasks seem to be gone than `maxDeleted` allows, so
 *   that nothing is reported.
 * - `INVALID_RESPONSE`: the answer was not what Asana's API sends.
 * - `NETWORK_ERROR`: Asana was not reached, or the connection broke.
 * - `AMBIGUOUS_WRITE`: the connection broke, Asana failed or its answer could
 *   not be read while something was created: it may exist now or not.
 */
export type AsanaErrorCode =
  | 'INVALID_ARGUMENT'
  | 'INVALID_CREDENTIAL'
  | 'LOGIN_ENDED'
  | 'UNEXPECTED_ABSOLUTE_URL'
  | 'MISSING_KEY'
  | 'UNKNOWN_NAME'
  | 'AMBIGUOUS_NAME'
  | 'INVALID_VALUE'
  | 'REFUSED'
  | 'RATE_LIMITED'
  | 'SERVER_ERROR'
  | 'SOURCE_FAILED'
  | 'FILE_TOO_LARGE'
  | 'BATCH_FAILED'
  | 'ROWS_FAILED'
  | 'JOB_FAILED'
  | 'JOB_UNFINISHED'
  | 'INCOMPLETE_SEARCH'
  | 'TOO_MANY_DELETED'
  | 'INVALID_RESPONSE'
  | 'NETWORK_ERROR'
  | 'AMBIGUOUS_WRITE';

/** All that is known of a failure. Only what is known is set on the error. */
export interface AsanaErrorDetails {
  readonly code: AsanaErrorCode;
  /** What happened, in a sentence. */
  readonly description?: string;
  /** What the job writer can do about it. */
  readonly fix?: string;
  readonly method?: string;
  /** The path below `/api/1.0`, without the query. */
  readonly path?: string;
  readonly statusCode?: number;
  readonly statusMessage?: string;
  /** What Asana said, one entry per error. */
  readonly messages?: readonly string[];
  readonly help?: string;
  /** Asana's support asks for it; it comes with some 500s only. */
  readonly phrase?: string;
  /** In seconds. */
  readonly retryAfter?: number;
  readonly url?: string;
  readonly body?: unknown;
  /** In milliseconds. */
  readonly duration?: number;
  /** What became of each request of a batch, in their order. */
  readonly results?: readonly unknown[];
  /** What became of each row of `upsertTasks`. */
  readonly report?: object;
  /** The gid of what Asana carries out by itself: see `jobs.getJob`. */
  readonly job?: string;
}

/**
 * The one error of the adaptor. The runtime keeps only own, enumerable
 * properties that survive JSON, so every detail is one. It never holds the
 * request, and secrets are blackened before anything is kept.
 */
export class AsanaError extends Error implements AsanaErrorDetails {
  declare readonly code: AsanaErrorCode;
  declare readonly description?: string;
  declare readonly fix?: string;
  declare readonly method?: string;
  declare readonly path?: string;
  declare readonly statusCode?: number;
  declare readonly statusMessage?: string;
  declare readonly messages?: readonly string[];
  declare readonly help?: string;
  declare readonly phrase?: string;
  declare readonly retryAfter?: number;
  declare readonly url?: string;
  declare readonly body?: unknown;
  declare readonly duration?: number;
  declare readonly results?: readonly unknown[];
  declare readonly report?: object;
  declare readonly job?: string;

  constructor(message: string, details: AsanaErrorDetails) {
    super(redact(message));
    Object.assign(
      this,
      redact(lodash.omitBy(details, value => value === undefined))
    );
  }

  static {
    // On the prototype, so that it is not repeated among the details.
    this.prototype.name = 'AsanaError';
    // The build shortens the name of the class, which Node.js prints as well.
    Object.defineProperty(this, 'name', { value: 'AsanaError' });
  }
}

/** An operation was called with something it cannot use. */
export const invalidArgument = (
  operation: string,
  description: string,
  fix: string
): AsanaError =>
  new AsanaError(`${operation}: ${description}`, {
    code: 'INVALID_ARGUMENT',
    description,
    fix,
  });
