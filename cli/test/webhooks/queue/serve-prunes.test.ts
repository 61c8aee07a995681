import { expect } from 'chai';
import {
  recordSuccess,
  waitingIn,
} from '../../../src/webhooks/queue/attempts.js';
import { usualWindowMs } from '../../../src/webhooks/queue/prune.js';
import { newest } from '../../../src/webhooks/queue/view.js';
import { useReceiver } from '../support/receiver.js';
import { useServers } from '../support/server.js';
import { put } from '../support/store.js';

describe('The server of webhooks', () => {
  const servers = useServers();
  const receiver = useReceiver();

  it('removes what has been done for more than a day', async () => {
    const store = await servers.store();
    const longAgo = Date.now() - 2 * usualWindowMs;
    await put(store, 'a', '1', longAgo);
    const places = waitingIn(store, 'a', 1).map(({ place }) => place);
    await recordSuccess(store, { lane: 'a', places, now: longAgo });
    expect(newest(store, 10)).to.have.lengthOf(1);
    const { url } = await receiver();
    await servers.start({ forward: url });

    while (newest(store, 10).length > 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
  });
});
