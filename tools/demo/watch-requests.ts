import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A request that left this process. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * Tells of every request that adaptors send, repeated ones included. They all
 * go through undici, which announces them on this channel.
 *
 * @returns A function that ends it.
 */
export function watchRequests(
  onRequest: (request: SentRequest) => void
): () => void {
  const listener = (message: unknown) => {
    const { method, path } = (message as { request: SentRequest }).request;
    onRequest({ method, path });
  };
  subscribe('undici:request:create', listener);
  return () => {
    unsubscribe('undici:request:create', listener);
  };
}
