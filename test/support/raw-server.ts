import { once } from 'node:events';
import {
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** A server on loopback that sends what a test tells it, byte for byte. */
export interface RawServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly origin: string;
  /** The first line of each request. */
  readonly requests: readonly string[];
  /** How many connections there were. */
  readonly connections: number;
  /** What to do with each request; without it there is no answer, ever. */
  respond(respond: Respond): void;
}

/** A long request comes in several pieces, and this is called for each. */
type Respond = (socket: Socket, data: Buffer) => void;

/** With a key and a certificate it speaks https. */
export interface TlsOptions {
  readonly key: string;
  readonly cert: string;
}

/** Starts such a server for each test of the suite. */
export function useRawServer(tls?: TlsOptions): RawServer {
  let server: Server;
  let sockets: Socket[];
  let requests: string[];
  let respond: Respond;

  const accept = (socket: Socket): void => {
    sockets.push(socket);
    // A reset is what some tests are about; nobody else needs to hear of it.
    socket.on('error', () => {});
    socket.on('data', (data: Buffer) => {
      requests.push(String(data).split('\r\n')[0]!);
      respond(socket, data);
    });
  };

  beforeEach(async () => {
    sockets = [];
    requests = [];
    respond = () => {};
    server = tls ? createTlsServer(tls, accept) : createServer(accept);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  return {
    get origin() {
      const { port } = server.address() as AddressInfo;
      return `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
    },
    get requests() {
      return requests;
    },
    get connections() {
      return sockets.length;
    },
    respond(next) {
      respond = next;
    },
  };
}

/** A whole answer. */
export const answer = (
  body: string | Buffer,
  { status = 200, headers = {} } = {}
): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        `HTTP/1.1 ${status} Whatever`,
        `content-length: ${Buffer.byteLength(body)}`,
        ...Object.entries(headers).map(entry => entry.join(': ')),
        '\r\n',
      ].join('\r\n')
    ),
    Buffer.from(body),
  ]);
