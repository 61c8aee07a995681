import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { CliError } from '../../cli-error.js';

/** Answers one request. */
export type Respond = (request: Request) => Promise<Response>;

export interface Address {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** A server that answers. */
export interface Listener {
  readonly url: string;
  /** Takes no more connections; resolves when every answer is on its way. */
  finish(): Promise<void>;
  /** Cuts every connection. */
  cut(): void;
}

/**
 * Asana sends at once what it has to send. Whoever takes longer for the head,
 * or for the whole of a request, is cut off.
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 60_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 16_384,
} as const;

const mostConnections = 1000;

/** Which of its limits a server is to have others of. */
export type Limits = Partial<Record<keyof typeof limits, number>>;

/** A server with its limits, which does not listen yet. */
export function createServer(respond: Respond, overrides: Limits = {}): Server {
  const server = createAdaptorServer({
    // The library would replace `Request` and `Response` for the whole process.
    overrideGlobalObjects: false,
    serverOptions: { ...limits, ...overrides },
    fetch: respond,
  }) as Server;
  server.maxConnections = mostConnections;
  return server;
}

export async function listen(
  respond: Respond,
  { host, port }: Address,
  overrides: Limits = {}
): Promise<Listener> {
  let isFinishing = false;
  const server = createServer(async request => {
    const response = await respond(request);
    // A connection that is kept would keep the server from ending.
    if (isFinishing) response.headers.set('connection', 'close');
    return response;
  }, overrides);

  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(explain(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    finish: () =>
      new Promise(resolve => {
        isFinishing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    cut: () => server.closeAllConnections(),
  };
}

const explain = (
  { code }: NodeJS.ErrnoException,
  host: string,
  port: number
): CliError =>
  code === 'EADDRINUSE'
    ? new CliError(
        `Port ${port} is taken by another program.`,
        'Choose another with --port, and have your proxy or tunnel lead there.'
      )
    : new CliError(
        `Nothing can listen on ${host}, port ${port} (${code}).`,
        'Leave --host out to listen on this machine alone, behind a proxy or a tunnel.'
      );
