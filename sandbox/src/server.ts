import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Connection } from './connection.js';
import type { Handler } from './handler.js';

/** The loopback address: a sandbox is never to be seen from elsewhere. */
const hostname = '127.0.0.1';

/** A handler behind a port. */
export interface Listener {
  readonly url: string;
  /** Closes every connection at once, idle or not. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. It rejects as `listen` does, with EADDRINUSE say. */
export async function listen(
  handler: Handler,
  port: number
): Promise<Listener> {
  const server = createAdaptorServer({
    // The library would replace `Request` and `Response` for the whole process,
    // and a client under test in the same process would get them as well.
    overrideGlobalObjects: false,
    fetch: async (request, { incoming, outgoing }) =>
      (await handler(
        await toNative(request),
        // The server is an HTTP/1 one: no other class can come.
        connectionOf(incoming as IncomingMessage, outgoing as ServerResponse)
      )) ?? RESPONSE_ALREADY_SENT,
  }) as Server;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });

  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * The whole request, in the class that Node provides: the library's own is
 * lighter, and not every method of it works twice. Faults "after the effect"
 * need the body to have arrived in any case.
 */
async function toNative(request: Request): Promise<Request> {
  const { method, url } = request;
  const headers = new Headers(request.headers);
  return method === 'GET' || method === 'HEAD'
    ? new Request(url, { method, headers })
    : new Request(url, { method, headers, body: await request.arrayBuffer() });
}

function connectionOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Connection {
  const closed = new AbortController();
  outgoing.once('close', () => closed.abort());
  return {
    closed: closed.signal,
    reset: () =>
      new Promise(resolve => {
        const { socket } = incoming;
        if (socket.destroyed) return resolve();
        socket.once('close', () => resolve());
        socket.resetAndDestroy();
      }),
  };
}
