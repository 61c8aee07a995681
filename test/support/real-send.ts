import type { Dispatcher } from 'undici';
import { createConnections } from '../../src/http/connections.js';
import { environment } from '../../src/http/environment.js';
import type { HttpRequest, Send } from '../../src/http/layer.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { createSend } from '../../src/http/send.js';

/** Sends over the network, on connections that are closed after each test. */
export interface RealSend {
  /** Sends to an origin, for 10 seconds at most unless told otherwise. */
  to(origin: string, timeout?: number): Send;
  /** The failure that sending a request ends with. */
  failure(
    origin: string,
    request?: HttpRequest,
    timeout?: number
  ): Promise<NetworkFailure>;
}

const read: HttpRequest = { method: 'GET', path: '/tasks/1' };

export function useRealSend(
  connect: () => Dispatcher = createConnections
): RealSend {
  let dispatcher: Dispatcher;
  beforeEach(() => {
    dispatcher = connect();
  });
  afterEach(() => dispatcher.destroy());

  const to = (baseUrl: string, timeout = 10_000): Send =>
    createSend(
      { ...environment, dispatcher },
      { baseUrl, basePath: '/api/1.0', timeout }
    );
  return {
    to,
    async failure(origin, request = read, timeout) {
      try {
        await to(origin, timeout)(request);
      } catch (error) {
        if (error instanceof NetworkFailure) return error;
        throw error;
      }
      throw new Error('it was expected to fail');
    },
  };
}
