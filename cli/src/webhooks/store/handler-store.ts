import type { WebhookStore } from '../../../../src/webhooks/types.js';
import { writeDurably } from '../queue/group-commit.js';
import { idOfPath } from './hooks.js';
import type { Store } from './open.js';
import { acceptSecret, secretsOf } from './secrets.js';

/** The secrets in the database, as the handler of requests asks for them. */
export const handlerStore = (
  store: Store,
  now: () => number
): WebhookStore => ({
  read: path => {
    const id = idOfPath(path);
    return id === undefined ? [] : secretsOf(store, id);
  },
  accept: (path, secret) => {
    const id = idOfPath(path);
    return (
      id !== undefined &&
      writeDurably(store.db, () => acceptSecret(store, id, secret, now()))
    );
  },
});
