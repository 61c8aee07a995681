import { randomUUID } from 'node:crypto';
import { CliError } from '../../cli-error.js';
import { tell } from '../../terminal/output.js';
import type { Surroundings } from '../../surroundings.js';
import { enqueue } from '../queue/enqueue.js';
import { endCatchUp, placeOf } from '../store/catch-ups.js';
import type { Hook } from '../store/hooks.js';
import type { Store } from '../store/open.js';
import type { Session } from './session.js';

/** What the receiver is told after a gap, by gids alone. */
export interface CatchUp {
  readonly kind: 'catch-up';
  /** The gid of the project, or whatever else the webhook is on. */
  readonly resource: string;
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  readonly removed: readonly string[];
  readonly unreadable: readonly string[];
  /** Whether `changed` has all tasks there are: what is not in it is gone. */
  readonly isFullRead: boolean;
  /** Nothing was read, and the receiver has to: see {@link readWhatCanBe}. */
  readonly fullReadDue: boolean;
}

export interface CatchingUp {
  readonly surroundings: Surroundings;
  readonly store: Store;
  readonly session: Session;
}

/** Queues what has changed since the last catch-up, for `serve` to hand on. */
export async function catchUp(
  { surroundings, store, session }: CatchingUp,
  hook: Hook
): Promise<CatchUp> {
  const { message, place } = await readWhatCanBe(
    { surroundings, store, session },
    hook
  );
  await enqueue(store, {
    hook: hook.id,
    lane: hook.resource,
    id: randomUUID(),
    body: JSON.stringify(message),
    receivedAt: surroundings.now(),
  });
  endCatchUp(store, hook.id, place);
  return message;
}

interface Read {
  readonly message: CatchUp;
  /** Where the next catch-up goes on. */
  readonly place?: string;
}

/**
 * Only projects can be read, and only by a login with full permissions: Asana
 * has no scope for its events.
 */
async function readWhatCanBe(
  { surroundings, store, session }: CatchingUp,
  hook: Hook
): Promise<Read> {
  const unread = { message: { ...nothing(hook), fullReadDue: true } };
  if (hook.resourceType !== 'project') return unread;
  const place = placeOf(store, hook.id);
  try {
    return await readChanges(surroundings, session, hook, place);
  } catch (error) {
    if ((error as { statusCode?: unknown }).statusCode === 403) return unread;
    throw toCliError(error);
  }
}

const nothing = ({ resource }: Hook): CatchUp => ({
  kind: 'catch-up',
  resource,
  changed: [],
  deleted: [],
  removed: [],
  unreadable: [],
  isFullRead: false,
  fullReadDue: false,
});

/** What `getChanges` of the adaptor leaves on the state. */
interface Changes {
  readonly data: {
    readonly changed: readonly { readonly gid: string }[];
    readonly deleted: readonly string[];
    readonly removed: readonly string[];
    readonly unreadable: readonly { readonly gid: string }[];
    readonly isFullRead: boolean;
  };
  readonly asana: { readonly changes: Readonly<Record<string, unknown>> };
}

async function readChanges(
  surroundings: Surroundings,
  session: Session,
  hook: Hook,
  place: string | undefined
): Promise<Read> {
  const { execute, getChanges } = await import('../../../../src/Adaptor.js');
  const { token, baseUrl, apiVersion } = await session.fresh();
  const changes = place && { [hook.resource]: JSON.parse(place) as unknown };
  const state = await withConsole(surroundings, () =>
    execute(getChanges(hook.resource, { opt_fields: ['gid'] }))({
      configuration: { token, baseUrl, apiVersion },
      ...(changes && { asana: { changes } }),
    })
  );
  const { data, asana } = state as unknown as Changes;
  const gids = (list: readonly { readonly gid: string }[]) =>
    list.map(({ gid }) => gid);
  return {
    message: {
      ...nothing(hook),
      changed: gids(data.changed),
      deleted: data.deleted,
      removed: data.removed,
      unreadable: gids(data.unreadable),
      isFullRead: data.isFullRead,
    },
    place: JSON.stringify(asana.changes[hook.resource]),
  };
}

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** The adaptor writes to the log of a run, which only a failure needs. */
async function withConsole<T>(
  surroundings: Surroundings,
  work: () => Promise<T>
): Promise<T> {
  const originals = { ...console };
  const lines: string[] = [];
  for (const level of levels) {
    console[level] = (...said: unknown[]) => void lines.push(said.join(' '));
  }
  try {
    return await work();
  } catch (error) {
    for (const line of lines) tell(surroundings, line);
    throw error;
  } finally {
    Object.assign(console, originals);
  }
}

function toCliError(error: unknown): unknown {
  const { name, message, fix } = error as {
    readonly name?: string;
    readonly message: string;
    readonly fix?: string;
  };
  return name === 'AsanaError'
    ? new CliError(message, fix ?? 'Run the command again.')
    : error;
}
