import { CliError } from '../../cli-error.js';
import { exitCodes } from '../../exit-codes.js';
import type { Surroundings } from '../../surroundings.js';
import { createForwarder, type Send } from '../forward/forwarder.js';
import { giveLink } from '../page/link.js';
import { createPages } from '../page/pages.js';
import { makePageToken, readPageToken } from '../page/token.js';
import { startPruning } from '../queue/start-pruning.js';
import { openStore, type Store } from '../store/open.js';
import { storePath } from '../store/path.js';
import { createHealthCheck } from './check-health.js';
import { lockServer } from './lock.js';
import { createLog, limitLines } from './log.js';
import { actOn, lookAt } from './overview.js';
import { createReceiver } from './receive.js';
import { createRespond } from './respond.js';
import { createSender, type SenderOptions } from './sender.js';
import { listen, type Address, type Limits, type Listener } from './server.js';

export interface ServeOptions extends Address, SenderOptions {
  readonly data?: string;
  readonly pageTokenFile?: string;
  /** In hours. */
  readonly deadAfter: number;
  /** Other limits than those that have proved good. */
  readonly limits?: Limits;
}

/**
 * How long everything stands still while another process writes, before it is
 * tried again later: Asana wants its answers in time.
 */
const patienceMs = 20;

/** Systemd waits for 90 seconds, Kubernetes for 30. */
const graceMs = 25_000;

/** Lanes at a time: a run on this machine takes all of a processor. */
const widths = { post: 8, workflow: 2 };

/** Receives webhooks and hands them on, until somebody stops it. */
export async function serve(
  surroundings: Surroundings,
  options: ServeOptions
): Promise<void> {
  const send = await createSender(surroundings, options);
  const ownToken =
    options.pageTokenFile === undefined
      ? undefined
      : await readPageToken(options.pageTokenFile, surroundings.folder);
  const file = storePath(surroundings, options.data);
  const store = await openStore(file, patienceMs);
  try {
    const unlock = await lockServer(store.file);
    try {
      await serveFrom(store, { surroundings, options, send, ownToken });
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
  /** The one of `--page-token-file`. */
  readonly ownToken: string | undefined;
}

async function serveFrom(
  store: Store,
  { surroundings, options, send, ownToken }: Setting
): Promise<void> {
  const { now, after, interrupted } = surroundings;
  const log = createLog(surroundings);
  const logOfRequests = limitLines(log, now);
  const token = ownToken ?? makePageToken();
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
        log: logOfRequests,
        onNew: lane => forwarder.wake(lane),
      }),
      pages: createPages({
        look: lookAt(sources),
        act: actOn(sources),
        token,
        now,
      }),
      checkHealth,
      log: logOfRequests,
    }),
    options,
    options.limits
  );
  const { said, takeBack } = await linkTo(listener).catch((error: unknown) => {
    listener.cut();
    void listener.finish();
    throw error;
  });
  forwarder.wake();
  const stopPruning = startPruning(store, surroundings);
  log(`Ready: ${listener.url} receives. ${said}`);

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
    await takeBack();
  }
  log('Stopped.');

  async function linkTo({ url }: Listener) {
    return ownToken === undefined
      ? giveLink(surroundings, { url, token, file: `${store.file}.page` })
      : {
          said: 'The token of --page-token-file opens its page.',
          takeBack: async () => {},
        };
  }
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
    : Promise.race([work, whenAborted(interruptedAgain).then(endNow)]);

function endNow(): never {
  throw new CliError(
    'Interrupted.',
    'Nothing is lost: what was under way is handed on again when serve is started the next time.',
    exitCodes.interrupted
  );
}
