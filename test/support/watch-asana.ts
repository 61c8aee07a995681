import { setImmediate } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/src/index.js';

export interface Watcher {
  /** Before a request takes effect; it may be held back. */
  readonly before?: (request: Request) => Promise<void> | void;
  /** When it has taken effect, and before it is answered. */
  readonly after?: (request: Request) => Promise<void> | void;
}

/** Looks at every request to Asana until the answer is called. */
export function watchAsana(
  { asana }: Sandbox,
  { before, after }: Watcher
): () => void {
  const handle = asana.handle.bind(asana);
  asana.handle = async request => {
    await before?.(request);
    const response = await handle(request);
    await after?.(request);
    return response;
  };
  return () => {
    asana.handle = handle;
  };
}

/** In turns of the event loop. */
const quietTurns = 10;

/** When no request is under way, and none is left in a connection. */
export async function untilQuiet({ requests }: Sandbox): Promise<void> {
  for (let quiet = 0; quiet < quietTurns;) {
    const { length } = requests;
    await setImmediate();
    const isQuiet =
      requests.length === length &&
      requests.every(({ ms }) => ms !== undefined);
    quiet = isQuiet ? quiet + 1 : 0;
  }
}
