import { expect } from 'chai';
import type { Forwarder } from '../../../src/webhooks/forward/forwarder.js';
import { lookAt } from '../../../src/webhooks/serve/overview.js';
import { memoryStore, put } from '../support/store.js';

const health = {
  isWell: true,
  reasons: [],
  waiting: 0,
  oldestWaitingSeconds: 0,
  givenUp: 0,
  failing: 0,
};

describe('What the page of webhooks shows of failures', () => {
  it('is the resources of which something waits, not those of which all was given up', async () => {
    const store = memoryStore();
    await put(store, 'alive', '1');
    await put(store, 'dead', '2');
    store.db.exec(
      `INSERT INTO lanes (lane, failing_since, reason)
         VALUES ('alive', 2, 'It is away.'), ('dead', 1, 'It is away.');
       UPDATE deliveries SET state = 2 WHERE lane = 'dead'`
    );
    const look = lookAt({
      store,
      forwarder: { nextAttempt: () => 7 } as unknown as Forwarder,
      checkHealth: async () => health,
      now: () => 3,
    });

    expect((await look()).failing).to.deep.equal([
      { lane: 'alive', since: 2, reason: 'It is away.', nextAttempt: 7 },
    ]);
  });
});
