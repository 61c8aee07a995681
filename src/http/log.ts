import { redact } from '../secrets.js';
import type { Environment } from './environment.js';
import type { Layer } from './layer.js';
import { NetworkFailure } from './network-error.js';

/** One line for each request: no query, no body, no token. */
export const createLog =
  ({ now }: Environment, write: (line: string) => void): Layer =>
  next =>
  async request => {
    const start = now();
    const line = (outcome: string): void =>
      write(
        redact(
          `${request.method} ${request.path} → ${outcome} in ${now() - start} ms`
        )
      );
    try {
      const response = await next(request);
      line(String(response.statusCode));
      return response;
    } catch (error) {
      line(error instanceof NetworkFailure ? error.reason : 'failure');
      throw error;
    }
  };
