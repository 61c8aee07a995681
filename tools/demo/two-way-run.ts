import { fileURLToPath } from 'node:url';
import type { Credentials } from '../workflow/credentials.js';
import type { JsonObject } from '../workflow/read-json.js';
import { runWorkflow } from '../workflow/run-workflow.js';
import { DemoError } from './demo-error.js';
import { watchRequests } from './watch-requests.js';

/** What a run did, as its last step leaves it. */
export interface TwoWayState extends JsonObject {
  readonly toAsana: Record<
    'read' | 'created' | 'updated' | 'unchanged' | 'failed' | 'remaining',
    number
  >;
  readonly fromAsana: { readonly changed: number; readonly gone: number };
  readonly toKobo: {
    readonly set: Record<string, number>;
    readonly cleared: number;
    readonly putBack: string[];
  };
}

export interface TwoWayResult {
  readonly title: string;
  readonly state: TwoWayState;
  readonly requests: number;
  /** Those that change something. */
  readonly writes: { readonly asana: number; readonly kobo: number };
  readonly seconds: number;
  /** What the run warns of. */
  readonly warnings: readonly string[];
}

const file = fileURLToPath(
  new URL('../../examples/asana-to-kobo/workflow.json', import.meta.url)
);

/** Runs the example once. A step that fails is a {@link DemoError}. */
export async function runTwoWay(
  title: string,
  state: JsonObject,
  credentials: Credentials
): Promise<TwoWayResult> {
  const started = performance.now();
  const writes = { asana: 0, kobo: 0 };
  const warnings: string[] = [];
  let requests = 0;
  const stopWatching = watchRequests(({ method, path }) => {
    requests += 1;
    if (method === 'GET') return;
    writes[path.startsWith('/api/v2/') ? 'kobo' : 'asana'] += 1;
  });
  const after = (await runWorkflow({
    file,
    state,
    credentials,
    onLog: ({ level, text }) => {
      if (level === 'warn' || level === 'error') warnings.push(text);
    },
  }).finally(stopWatching)) as TwoWayState;
  if (after.errors) throw new DemoError(`${title}: ${warnings.join('\n')}`);
  const seconds = (performance.now() - started) / 1000;
  return { title, state: after, requests, writes, seconds, warnings };
}
