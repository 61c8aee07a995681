import type { EventLog } from './events.js';
import type { NextGid } from './gid.js';
import type { GrantOf } from './grant.js';
import type { SearchIndex } from './search-index.js';
import type { Store } from './store.js';
import type { WebhookService } from './webhooks/webhooks.js';

/** The state of the sandbox's Asana and what it needs to change it. */
export interface World {
  readonly store: Store;
  readonly events: EventLog;
  readonly searchIndex: SearchIndex;
  readonly nextGid: NextGid;
  /** The injected clock in milliseconds. */
  readonly now: () => number;
  readonly plan: 'free' | 'paid';
  readonly offsetLifetimeMs: number;
  readonly jobPolls: number;
  /** The subtypes of the jobs that fail. */
  readonly failingJobs: 'all' | readonly string[];
  /** Whether a webhook may go to this machine. */
  readonly localWebhooks: boolean;
  readonly webhooks: WebhookService;
  readonly grantOf: GrantOf;
}

/** The present time as Asana writes it. */
export function timestamp(world: World): string {
  return new Date(world.now()).toISOString();
}
