import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server on loopback that does what a test tells it. */
export interface HttpServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** What was asked: method and path of each request. */
  readonly requests: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
  /** How many answers were cut off by the other side. */
  readonly cutOff: number;
  respond(handler: Handler): void;
}

/** Starts such a server for each test of the suite. */
export function useHttpServer(): HttpServer {
  let server: Server;
  let handler: Handler;
  let requests: string[];
  let headers: IncomingMessage['headers'][];
  let cutOff: number;

  beforeEach(async () => {
    requests = [];
    headers = [];
    cutOff = 0;
    handler = (_, response) => response.writeHead(404).end();
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      headers.push(request.headers);
      response.on('close', () => (cutOff += response.writableEnded ? 0 : 1));
      // A reset is what some tests are about.
      request.on('error', () => {});
      void handler(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  return {
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    get requests() {
      return requests;
    },
    get headers() {
      return headers;
    },
    get cutOff() {
      return cutOff;
    },
    respond: next => void (handler = next),
  };
}
