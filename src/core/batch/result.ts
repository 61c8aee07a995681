import lodash from 'lodash';
import { AsanaError } from '../../errors.js';
import type { HttpResponse } from '../../types.js';

/** What became of one request of a batch. It survives JSON as it is. */
export interface BatchResult {
  /** Left out where there was no answer. */
  readonly statusCode?: number;
  /** Mostly the `location` of what was created; left out where empty. */
  readonly headers?: HttpResponse['headers'];
  /** What Asana sent, of a success. */
  readonly data?: any;
  /** Where the next page of a list starts. */
  readonly next_page?: any;
  /** What went wrong: the message and the details of an `AsanaError`. */
  readonly error?: Record<string, unknown>;
}

export const toSuccess = ({
  statusCode,
  headers,
  body,
}: HttpResponse): BatchResult => ({
  statusCode,
  ...(!lodash.isEmpty(headers) && { headers }),
  data: body?.data,
  ...(body?.next_page && { next_page: body.next_page }),
});

/** The message of an error is not among its enumerable properties. */
export const toFailure = (error: AsanaError): BatchResult => ({
  ...(error.statusCode !== undefined && { statusCode: error.statusCode }),
  error: { ...error, message: error.message },
});

/** What a job is told when some requests failed. */
export function batchFailed(results: readonly BatchResult[]): AsanaError {
  const failed = results.flatMap(({ error }) => error ?? []);
  const { message, fix } = failed[0] as { message: string; fix?: string };
  return new AsanaError(
    `batch: ${failed.length} of ${results.length} requests failed, the first with: ${message}`,
    {
      code: 'BATCH_FAILED',
      description:
        failed.length < results.length
          ? 'The other requests were carried out.'
          : 'None of the requests succeeded.',
      fix: `${fix ?? ''} "results" of this error tells what became of each request. With failOnError: false the job goes on, and state.data tells it.`.trim(),
      results,
    }
  );
}
