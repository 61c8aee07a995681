import { EventLog } from './events.js';
import type { EventLogOptions } from './events.js';
import { createGids } from './gid.js';
import type { GrantOf } from './grant.js';
import { handle } from './handle.js';
import { undelete } from './changes/trash.js';
import { SearchIndex } from './search-index.js';
import type { Seed } from './seed.js';
import { demoSeed, plant } from './seed.js';
import { showEvent } from './shown-event.js';
import type { ShownEvent } from './shown-event.js';
import { Store } from './store.js';
import { createWebhooks } from './webhooks/webhooks.js';
import type { WebhookOptions, Webhooks } from './webhooks/webhooks.js';
import type { World } from './world.js';

export type { Seed } from './seed.js';
export { demoSeed, emptySeed } from './seed.js';
export type { ShownEvent, ShownObject } from './shown-event.js';
export type { Store } from './store.js';
export type { Delivery } from './webhooks/delivery.js';
export type { Post, SetTimer } from './webhooks/post.js';
export type { WebhookOptions, Webhooks } from './webhooks/webhooks.js';

/** How well Asana tells what happened. */
export interface EventOptions extends EventLogOptions {
  /** The events that nobody is ever told of. By default there are none. */
  readonly lose?: ((event: ShownEvent) => boolean) | undefined;
}

/** What tests do with events beside reading them. */
export interface Events {
  /**
   * Loses the events that match from now on: no stream has them, and no webhook.
   * The returned function puts an end to it.
   */
  lose(match: (event: ShownEvent) => boolean): () => void;
  /** Makes every sync token that was handed out until now too old. */
  expireTokens(): void;
}

export interface AsanaOptions {
  /** For `Location` and `next_page.uri`. Default `https://app.asana.com`. */
  baseUrl?: string | (() => string);
  /** The clock in milliseconds. Default `Date.now`. */
  now?: () => number;
  /**
   * Default `paid`. On a `free` plan search and custom fields are refused
   * with a 402.
   */
  plan?: 'free' | 'paid';
  /** Whether a webhook may have a target on this machine. Default `false`. */
  localWebhooks?: boolean;
  /** How late events are, how long their tokens are good, and what is lost. */
  events?: EventOptions;
  /** How webhooks are told. By default nothing is sent to them. */
  webhooks?: WebhookOptions;
  /** How long search does not see a write, in milliseconds. Default 20,000. */
  searchLagMs?: number;
  /** How long an offset token is good, in milliseconds. Default 15 minutes. */
  offsetLifetimeMs?: number;
  /** At which read a job has ended. Default 2. */
  jobPolls?: number;
  /**
   * The jobs that fail: `'all'`, or their subtypes, such as
   * `['duplicate_project']`. A job that fails makes nothing. Default none.
   */
  failingJobs?: 'all' | readonly string[];
  /** Knows the tokens that are not the seed's. By default there are none. */
  grantOf?: GrantOf;
  /** What exists at the start. Default `demoSeed`. */
  seed?: Seed;
}

export interface Asana {
  /** Answers a request to a path below `/api/1.0`. */
  handle(request: Request): Promise<Response>;
  /** What exists now. */
  readonly store: Store;
  /** An access token of the first user of the seed that has one. */
  readonly token: string;
  readonly events: Events;
  readonly webhooks: Webhooks;
  /**
   * Brings back what was deleted, as a person does in Asana's trash: a task
   * with its subtasks, a project with its tasks, a section, a tag, a comment,
   * an attachment. No operation of the API does that.
   */
  undelete(gid: string): void;
  /** Goes back to the seed. */
  reset(): void;
  /** Ends what is sent to webhooks. */
  close(): void;
}

/** Asana in memory: no sockets, no timers. */
export function createAsana(options: AsanaOptions = {}): Asana {
  const {
    baseUrl = 'https://app.asana.com',
    now = Date.now,
    plan = 'paid',
    searchLagMs = 20_000,
    offsetLifetimeMs = 15 * 60_000,
    jobPolls = 2,
    failingJobs = [],
    localWebhooks = false,
    events = {},
    webhooks = {},
    grantOf = () => undefined,
    seed = demoSeed,
  } = options;

  const create = (): World => {
    const parts = {
      store: new Store(),
      events: new EventLog(now, events),
      now,
    };
    const world: World = {
      ...parts,
      webhooks: createWebhooks(parts, webhooks),
      searchIndex: new SearchIndex(now, searchLagMs),
      nextGid: createGids(),
      plan,
      offsetLifetimeMs,
      jobPolls,
      failingJobs,
      localWebhooks,
      grantOf,
    };
    plant(seed, world);
    if (events.lose) lose(world, events.lose);
    return world;
  };
  const lose = (from: World, match: (event: ShownEvent) => boolean) =>
    from.events.lose(event => match(showEvent(from, event)));

  let world = create();
  return {
    handle: request =>
      handle(request, world, typeof baseUrl === 'string' ? baseUrl : baseUrl()),
    get store() {
      return world.store;
    },
    get token() {
      return [...world.store.tokens.keys()][0] ?? '';
    },
    events: {
      lose: match => lose(world, match),
      expireTokens() {
        world.events.epoch += 1;
      },
    },
    webhooks: {
      get deliveries() {
        return world.webhooks.deliveries;
      },
      flush: () => world.webhooks.flush(),
      attempted: () => world.webhooks.attempted(),
    },
    undelete: gid => undelete(world, gid),
    close: () => world.webhooks.close(),
    reset() {
      world.webhooks.close();
      world = create();
    },
  };
}
