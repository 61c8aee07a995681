import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError } from '../cli-error.js';

/** Both addresses of this machine, at one port. */
export interface Listening {
  readonly servers: readonly Server[];
  readonly port: number;
}

/** How often to look for a port that is free at both addresses. */
const tries = 10;

/**
 * Listens where a browser looks for `localhost`: on 127.0.0.1, and on ::1 where
 * the machine has it. Were that one left free, another user of the machine
 * could wait there for what comes back from Asana.
 */
export async function listen(
  wanted: number,
  answer: RequestListener,
  left = tries
): Promise<Listening> {
  const first = createServer(answer);
  const port = await bind(first, '127.0.0.1', wanted).catch(refused(wanted));
  const second = createServer(answer);
  try {
    await bind(second, '::1', port);
    return { servers: [first, second], port };
  } catch (error) {
    if (!isTaken(error)) return { servers: [first], port };
    first.close();
    return wanted === 0 && left > 1
      ? listen(wanted, answer, left - 1)
      : refused(port)(error);
  }
}

async function bind(server: Server, host: string, port: number) {
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const isTaken = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

const refused =
  (port: number) =>
  (error: unknown): never => {
    throw new CliError(
      isTaken(error)
        ? `Port ${port} is taken by another program.`
        : `Port ${port} cannot be used (${(error as NodeJS.ErrnoException).code}).`,
      'Choose another with --port, and add http://localhost:<port>/callback to the redirect URLs of your app. Or log in without: --no-browser'
    );
  };
