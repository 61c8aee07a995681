import { discard, putBack } from '../queue/given-up.js';
import { failingLanes, givenUp, newest, trafficOf } from '../queue/view.js';
import type { Forwarder } from '../forward/forwarder.js';
import type { Action, PagesParts } from '../page/pages.js';
import { listHooks } from '../store/hooks.js';
import type { Store } from '../store/open.js';
import type { Health } from './health.js';

/** As much as a person reads, and as a page holds. */
const most = { hooks: 200, failing: 50, givenUp: 50, newest: 50 };

export interface Sources {
  readonly store: Store;
  readonly forwarder: Forwarder;
  readonly checkHealth: () => Promise<Health>;
  readonly now: () => number;
}

/** Collects what the page shows. */
export const lookAt =
  ({ store, forwarder, checkHealth, now }: Sources): PagesParts['look'] =>
  async () => ({
    now: now(),
    health: await checkHealth(),
    hooks: listHooks(store)
      .slice(0, most.hooks)
      .map(({ id, resource, resourceName }) => ({
        ...trafficOf(store, id),
        resource,
        ...(resourceName !== undefined && { resourceName }),
      })),
    failing: failingLanes(store, most.failing).map(lane => ({
      ...lane,
      nextAttempt: forwarder.nextAttempt(lane.lane),
    })),
    givenUp: givenUp(store, most.givenUp),
    newest: newest(store, most.newest),
  });

/** Does what a button of the page asks for. */
export const actOn =
  ({ store, forwarder, now }: Omit<Sources, 'checkHealth'>) =>
  async (action: Action): Promise<void> => {
    switch (action.kind) {
      case 'hurry':
        return forwarder.hurry(action.lane);
      case 'discard':
        return void (await discard(store, action.place));
      case 'retry':
        await putBack(store, action.place, now());
        return forwarder.wake();
    }
  };
