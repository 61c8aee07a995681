import { ApiError } from '../errors.js';
import { isGood } from './post.js';
import type { PostAnswer } from './post.js';

/**
 * Refuses a webhook whose target did not send the secret back. The wordings are
 * those that people report; they are not documented.
 */
export function checkHandshake(
  outcome: PostAnswer | Error,
  secret: string
): void {
  if (outcome instanceof Error) {
    throw new ApiError(
      400,
      'Could not complete activation handshake with target URL. Please ensure that the receiving server is accepting connections and supports SSL.'
    );
  }
  if (!isGood(outcome)) {
    throw new ApiError(
      400,
      `The remote server which is intended to receive the webhook responded with an incorrect status code: ${outcome.status}`
    );
  }
  if (outcome.headers.get('x-hook-secret') !== secret) {
    throw new ApiError(
      400,
      'The remote server did not respond with the handshake secret.'
    );
  }
}
