import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CliError, interruption } from '../cli-error.js';
import type { Surroundings } from '../surroundings.js';
import { duration } from '../terminal/time.js';
import { callbackPath, judge, type Verdict } from './judge.js';
import { listen } from './listen.js';
import { pageHeaders, toPage, type PageName } from './page.js';

export interface CallbackOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  readonly state: string;
  readonly timeoutMs: number;
  /** What of the app decides whether anybody comes back to an address. */
  readonly toCompare: (redirectUri: string) => string;
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

/** Waits for the browser on this machine, where nobody outside can knock. */
export async function startCallbackServer(
  { after, interrupted }: Waits,
  { port: wanted, state, timeoutMs, toCompare }: CallbackOptions
): Promise<CallbackServer> {
  let browser: ServerResponse | undefined;
  const { promise, resolve, reject } = deferred<URLSearchParams>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const isTaken = browser !== undefined;
    const verdict = judge(toKnock(request), { port, state, isTaken });
    if (verdict.kind === 'refused') return refuse(response, verdict);
    browser = response;
    resolve(verdict.parameters);
  };
  const { servers, port } = await listen(wanted, answer);

  const redirectUri = `http://localhost:${port}${callbackPath}`;
  const giveUp = () => reject(timedOut(timeoutMs, toCompare(redirectUri)));
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
    redirectUri,
    callback: promise,
    close: async page => {
      forget();
      for (const server of servers) server.close();
      if (browser !== undefined) await show(browser, 200, page);
      for (const server of servers) server.closeAllConnections();
    },
  };
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

const timedOut = (timeoutMs: number, toCompare: string): CliError =>
  new CliError(
    `Nobody came back from Asana within ${duration(timeoutMs)}.`,
    `If Asana showed an error: ${toCompare}\nOtherwise finish the login in the browser: npx openfn-asana login\n--timeout waits longer; without a browser on this machine, use --no-browser.`
  );

/** `Promise.withResolvers`, which Node.js 20 does not have. */
function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}
