import type { Socket } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';

/**
 * As many as Asana serves at a time for one token, 50 reads and 15 writes:
 * https://developers.asana.com/docs/rate-limits. Without a bound a hundred
 * requests at once would open a hundred sockets.
 */
const connectionsPerOrigin = 65;

/** A host that does not take a connection by then will not. In milliseconds. */
const connectTimeout = 10_000;

/**
 * The connections of a client, kept open between requests. Idle ones are closed
 * after four seconds, undici's default, long before a load balancer would do
 * so: a request that meets a closing connection may be lost.
 *
 * None keeps the process alive. Whoever waits for an answer has set a deadline,
 * and that does.
 */
export const createConnections = (): Dispatcher =>
  new Agent({
    connections: connectionsPerOrigin,
    connect: connectWithoutRef,
    // One at a time on a connection: when it breaks, one request is in doubt.
    pipelining: 1,
  });

const connect = buildConnector({ timeout: connectTimeout });

/** undici lets go of an idle connection, but not of one that hangs. */
const connectWithoutRef: typeof connect = (options, callback) => {
  // It returns the socket; its types do not say so.
  const socket = connect(options, callback) as unknown as Socket | undefined;
  socket?.unref();
};
