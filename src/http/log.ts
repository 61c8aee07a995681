import type { Environment } from './environment.js';
import type { Layer } from './layer.js';
import type { Digest } from './log-digest.js';
import { NetworkFailure } from './network-error.js';

/** A line for each request: no query, no body, no token. */
export const createLog =
  ({ now }: Pick<Environment, 'now'>, { tell }: Pick<Digest, 'tell'>): Layer =>
  next =>
  async request => {
    const start = now();
    const log = (outcome: string): void => {
      const duration = Math.round(now() - start);
      tell(
        `${request.method} ${request.path} → ${outcome} in ${duration} ms`,
        outcome
      );
    };
    try {
      const response = await next(request);
      log(String(response.statusCode));
      return response;
    } catch (error) {
      log(error instanceof NetworkFailure ? error.reason : 'failure');
      throw error;
    }
  };
