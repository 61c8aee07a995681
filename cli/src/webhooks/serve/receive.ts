import { deliveryId } from '../../../../src/webhooks/signature.js';
import { createWebhookHandler } from '../../../../src/webhooks/handler.js';
import type { WebhookHandler } from '../../../../src/webhooks/types.js';
import { enqueue } from '../queue/enqueue.js';
import { writeDurably } from '../queue/group-commit.js';
import { statements } from '../queue/statements.js';
import { handlerStore } from '../store/handler-store.js';
import { findHook, idOfPath } from '../store/hooks.js';
import type { Store } from '../store/open.js';

export interface Receiving {
  readonly store: Store;
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** Called with the lane in which something new waits. */
  readonly onNew: (lane: string) => void;
}

/** Answers Asana when a delivery is in the queue, and never before. */
export const createReceiver = ({
  store,
  now,
  log,
  onNew,
}: Receiving): WebhookHandler =>
  createWebhookHandler({
    store: handlerStore(store, now),
    log,
    async onEvents(_, { hook: path, body }) {
      const { id: hook, resource: lane } = findHook(store, idOfPath(path)!)!;
      // By the hook rather than its path, of which anybody can make several.
      const id = await deliveryId(hook, new TextEncoder().encode(body).buffer);
      const receivedAt = now();
      const isNew = await enqueue(store, { hook, lane, id, body, receivedAt });
      if (isNew) onNew(lane);
    },
    onHeartbeat: ({ hook: path }) =>
      writeDurably(store.db, () => {
        statements(store.db).heartbeat.run([idOfPath(path)!, now()]);
      }),
  });
