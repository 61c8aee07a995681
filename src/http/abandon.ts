import type { Send } from './layer.js';
import { NetworkFailure } from './network-error.js';

/** What a request ends with that nobody wants any more: it is not repeated. */
export const abandoned = (unreached: boolean): NetworkFailure =>
  new NetworkFailure('abandoned', { unreached, passing: false });

/**
 * Ends the wait for a request as soon as it is abandoned, also where it waits
 * for its turn or for the next attempt. On the wire it ends then too; one that
 * waits is not sent when its turn comes.
 */
export const endWhenAbandoned =
  (send: Send): Send =>
  request => {
    const { signal } = request;
    if (signal === undefined) return send(request);
    return new Promise((resolve, reject) => {
      const leave = (): void => reject(abandoned(false));
      signal.addEventListener('abort', leave);
      void send(request)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  };
