import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { CliError, interruption } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';
import { callbackPath, judge, type Verdict } from './judge.js';
import { pageHeaders, toPage, type PageName } from './page.js';

export interface CallbackOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly state: string;
  readonly timeoutMs: number;
}

/** The server that the browser comes back to from Asana. */
export interface CallbackServer {
  readonly redirectUri: string;
  /** The parameters of the one callback. */
  readonly callback: Promise<URLSearchParams>;
  /** Shows the browser how it ended, and closes the server. */
  close(page: 'done' | 'failed'): Promise<void>;
}

type Waits = Pick<Surroundings, 'after' | 'interrupted'>;

/** Waits for the browser on 127.0.0.1, where nobody outside can knock. */
export async function startCallbackServer(
  { after, interrupted }: Waits,
  { port: wanted, state, timeoutMs }: CallbackOptions
): Promise<CallbackServer> {
  let browser: ServerResponse | undefined;
  const { promise, resolve, reject } = deferred<URLSearchParams>();
  const server = createServer((request, response) => {
    const isTaken = browser !== undefined;
    const verdict = judge(toKnock(request), { port, state, isTaken });
    if (verdict.kind === 'refused') return refuse(response, verdict);
    browser = response;
    resolve(verdict.parameters);
  });
  const port = await listen(server, wanted);

  const giveUp = () => reject(timedOut(timeoutMs));
  const stop = () => reject(interruption());
  const callOff = after(timeoutMs, giveUp);
  if (interrupted.aborted) stop();
  interrupted.addEventListener('abort', stop, { once: true });
  const forget = () => {
    callOff();
    interrupted.removeEventListener('abort', stop);
  };
  promise.then(forget, forget);

  return {
    redirectUri: `http://localhost:${port}${callbackPath}`,
    callback: promise,
    close: async page => {
      forget();
      server.close();
      if (browser !== undefined) await show(browser, 200, page);
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  server.listen({ host: '127.0.0.1', port: wanted, exclusive: true });
  await once(server, 'listening').catch(({ code }: NodeJS.ErrnoException) => {
    throw new CliError(
      code === 'EADDRINUSE'
        ? `Port ${wanted} is taken by another program.`
        : `Port ${wanted} cannot be used (${code}).`,
      'Choose another with --port, and add http://localhost:<port>/callback to the redirect URLs of your app. Or log in without: --no-browser'
    );
  });
  return (server.address() as AddressInfo).port;
}

const toKnock = ({ method, headers, url }: IncomingMessage) => ({
  method,
  host: headers.host,
  url,
});

const pages: Record<number, PageName> = { 400: 'foreign', 409: 'used' };

function refuse(
  response: ServerResponse,
  { status }: Extract<Verdict, { kind: 'refused' }>
): void {
  void show(response, status, pages[status] ?? 'nothing');
}

/** Ends when the browser has it, or is gone. */
async function show(
  response: ServerResponse,
  status: number,
  page: PageName
): Promise<void> {
  if (response.closed) return;
  const closed = once(response, 'close');
  response.writeHead(status, pageHeaders).end(toPage(page));
  await closed;
}

const timedOut = (timeoutMs: number): CliError =>
  new CliError(
    `Nobody came back from Asana within ${timeoutMs / 1000} seconds.`,
    'Run the command again and finish the login in the browser. --timeout waits longer; without a browser on this machine, use --no-browser.'
  );

/** `Promise.withResolvers`, which Node.js 20 does not have. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}
