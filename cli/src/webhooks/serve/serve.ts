import { resolve } from 'node:path';
import { usageError } from '../../cli-error.js';
import type { Surroundings } from '../../surroundings.js';
import { whenInterrupted } from '../../when-interrupted.js';
import { createForwarder, type Send } from '../forward/forwarder.js';
import { postTo } from '../forward/post.js';
import { checkForward, readHeader } from '../forward/receiver.js';
import { runWorkflow } from '../forward/workflow.js';
import { createPages } from '../page/pages.js';
import { readPageToken } from '../page/token.js';
import { startPruning } from '../queue/start-pruning.js';
import { openStore, type Store } from '../store/open.js';
import { storePath } from '../store/path.js';
import { createHealthCheck } from './check-health.js';
import { lockServer } from './lock.js';
import { createLog } from './log.js';
import { actOn, lookAt } from './overview.js';
import { createReceiver } from './receive.js';
import { createRespond } from './respond.js';
import { listen, type Address } from './server.js';

export interface ServeOptions extends Address {
  readonly data?: string;
  readonly forward?: string;
  readonly forwardHeaderFile?: string;
  readonly workflow?: string;
  readonly workflowCommand: string;
  readonly pageTokenFile?: string;
  /** In hours. */
  readonly deadAfter: number;
}

/** Systemd waits for 90 seconds, Kubernetes for 30. */
const graceMs = 25_000;

/** Lanes at a time: a run on this machine takes all of a processor. */
const widths = { post: 8, workflow: 2 };

/** Receives webhooks and hands them on, until somebody stops it. */
export async function serve(
  surroundings: Surroundings,
  options: ServeOptions
): Promise<void> {
  const send = await sender(surroundings, options);
  const token =
    options.pageTokenFile === undefined
      ? undefined
      : await readPageToken(options.pageTokenFile, surroundings.folder);
  const store = await openStore(storePath(surroundings, options.data));
  try {
    const unlock = await lockServer(store.file);
    try {
      await serveFrom(store, { surroundings, options, send, token });
    } finally {
      unlock();
    }
  } finally {
    store.close();
  }
}

interface Setting {
  readonly surroundings: Surroundings;
  readonly options: ServeOptions;
  readonly send: Send;
  readonly token: string | undefined;
}

async function serveFrom(
  store: Store,
  { surroundings, options, send, token }: Setting
): Promise<void> {
  const { now, after, interrupted } = surroundings;
  const log = createLog(surroundings);
  const forwarder = createForwarder({
    store,
    send,
    now,
    after,
    random: Math.random,
    log,
    width: widths[options.workflow === undefined ? 'post' : 'workflow'],
    deadAfterMs: options.deadAfter * 60 * 60_000,
  });
  const checkHealth = createHealthCheck(store, now);
  const sources = { store, forwarder, checkHealth, now };
  const listener = await listen(
    createRespond({
      receive: createReceiver({
        store,
        now,
        log,
        onNew: lane => forwarder.wake(lane),
      }),
      pages: createPages({
        look: lookAt(sources),
        act: actOn(sources),
        token,
        now,
      }),
      checkHealth,
      log,
    }),
    options
  );
  forwarder.wake();
  const stopPruning = startPruning(store, surroundings);
  log(`Ready: ${listener.url} receives, and shows its page.`);

  await whenAborted(interrupted);
  log('Stopping, as soon as what is under way has ended.');
  stopPruning();
  const callOff = after(graceMs, () => listener.cut());
  try {
    await orAtOnce(
      surroundings,
      Promise.all([listener.finish(), forwarder.stop(graceMs)])
    );
  } finally {
    callOff();
    listener.cut();
    void forwarder.stop(0);
  }
  log('Stopped.');
}

async function sender(
  surroundings: Surroundings,
  options: ServeOptions
): Promise<Send> {
  const { forward, workflow, forwardHeaderFile } = options;
  if ((forward === undefined) === (workflow === undefined)) {
    throw usageError(
      'Say where the deliveries are to go: --forward or --workflow.',
      'Give the address of a webhook trigger of OpenFn with --forward, or the file of a workflow with --workflow.'
    );
  }
  if (forward === undefined) {
    const file = resolve(surroundings.folder, workflow!);
    const command = options.workflowCommand.trim().split(/\s+/);
    return runWorkflow(
      { file, command: command as [string, ...string[]] },
      surroundings
    );
  }
  const url = checkForward(forward);
  const header =
    forwardHeaderFile === undefined
      ? undefined
      : await readHeader(forwardHeaderFile, surroundings.folder);
  return postTo({ url, ...(header && { header }) }, surroundings);
}

const whenAborted = (interrupted: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (interrupted.aborted) return resolve();
    interrupted.addEventListener('abort', () => resolve(), { once: true });
  });

/** Whoever asks a second time wants no more than the end. */
const orAtOnce = <T>(
  { interruptedAgain }: Pick<Surroundings, 'interruptedAgain'>,
  work: Promise<T>
): Promise<T> =>
  interruptedAgain === undefined
    ? work
    : Promise.race([work, whenInterrupted(interruptedAgain)]);
