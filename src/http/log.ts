import type { Environment } from './environment.js';
import type { Layer } from './layer.js';
import { createDigest } from './log-digest.js';
import { NetworkFailure } from './network-error.js';

/** A line for each request: no query, no body, no token. */
export function createLog(
  { now }: Pick<Environment, 'now'>,
  write: (line: string) => void
): Layer {
  const digest = createDigest();
  return next => async request => {
    const start = now();
    const log = (outcome: string): void => {
      const duration = Math.round(now() - start);
      const line = `${request.method} ${request.path} → ${outcome} in ${duration} ms`;
      for (const text of digest({ now: now(), line, outcome })) {
        write(text);
      }
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
}
