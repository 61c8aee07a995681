import type { Dispatcher } from 'undici';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { createConnections } from '../../../src/http/connections.js';
import type { Clock } from './clock.js';
import type { Mishap } from './trouble.js';

/** The real connections to the sandbox, watched. */
export interface Wire {
  readonly dispatcher: Dispatcher;
  /** A new step: its requests are counted from here. */
  begin(mishap: Mishap | undefined): void;
  /** How many requests the step has sent. */
  readonly sent: number;
  /** Whether a request of the step has found nobody. */
  readonly isDown: boolean;
  /** Requests that are under way. */
  readonly open: ReadonlySet<OpenRequest>;
  /** What was sent with the token in a wrong place, or without it. */
  readonly leaks: readonly string[];
  close(): Promise<void>;
}

export interface OpenRequest {
  /** Its answer has begun. */
  hasHead: boolean;
}

/** Only the administrator of a machine could listen there, and none does. */
const nobody = 'http://127.0.0.1:1';
const hour = 3_600_000;

export function createWire(sandbox: Sandbox, clock: Clock): Wire {
  const connections = createConnections();
  const open = new Set<OpenRequest>();
  const leaks: string[] = [];
  let mishap: Mishap | undefined;
  let sent = 0;
  let isDown = false;

  /** Lets the mishap strike; the answer is whether nobody listens. */
  const strike = (): boolean => {
    if (mishap === undefined || sent < mishap.nth) return false;
    if (mishap.kind === 'nobody-listens') {
      return sent < mishap.nth + mishap.times;
    }
    if (sent > mishap.nth) return false;
    const milliseconds = mishap.hours * hour;
    if (mishap.kind === 'time-passes') clock.pass(milliseconds);
    else clock.setBack(milliseconds);
    return false;
  };

  const dispatcher = connections.compose(dispatch => (options, handler) => {
    const leak = leakOf(options, sandbox);
    if (leak !== undefined) leaks.push(leak);
    sent++;
    clock.pass(1);
    const request: OpenRequest = { hasHead: false };
    open.add(request);
    const isUnheard = strike();
    isDown ||= isUnheard;
    return dispatch(isUnheard ? { ...options, origin: nobody } : options, {
      onRequestStart: (...given) => handler.onRequestStart?.(...given),
      onResponseStart(...given) {
        request.hasHead = true;
        handler.onResponseStart?.(...given);
      },
      onResponseData: (...given) => handler.onResponseData?.(...given),
      onResponseEnd(...given) {
        open.delete(request);
        handler.onResponseEnd?.(...given);
      },
      onResponseError(...given) {
        open.delete(request);
        handler.onResponseError?.(...given);
      },
    });
  });

  return {
    dispatcher,
    begin(next) {
      mishap = next;
      sent = 0;
      isDown = false;
    },
    get sent() {
      return sent;
    },
    get isDown() {
      return isDown;
    },
    open,
    leaks,
    close: () => connections.destroy(),
  };
}

/** The token goes to Asana alone, and in one header alone. */
function leakOf(
  options: Dispatcher.DispatchOptions,
  { token, url }: Sandbox
): string | undefined {
  const { authorization, ...headers } = options.headers as Record<
    string,
    string
  >;
  const rest = JSON.stringify({ ...options, headers });
  return options.origin === url &&
    authorization === `Bearer ${token}` &&
    !rest.includes(token)
    ? undefined
    : `${rest}, ${authorization}`;
}
