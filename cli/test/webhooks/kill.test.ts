import { join } from 'node:path';
import { expect } from 'chai';
import { randomFrom } from '../../../test/support/random-from.js';
import { openStore } from '../../src/webhooks/store/open.js';
import { useFolder } from '../support/folder.js';
import { makeHook } from './support/hook.js';
import { useReceiver } from './support/receiver.js';
import { runStorm } from './support/storm.js';

/** `npm run bench -- queue-kill` has thirty. */
const kills = 3;

describe('openfn-asana webhooks serve, killed without a warning', function () {
  // Processes start slowly on a machine that does a lot else.
  this.timeout(60_000);

  const folder = useFolder();
  const startReceiver = useReceiver();
  const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000);

  it(`loses nothing that it has acknowledged, and keeps the order (PROPERTY_SEED=${seed})`, async () => {
    const random = randomFrom(seed);
    const data = join(folder.path, 'webhooks.db');
    const store = await openStore(data);
    const hooks = new Map(
      ['1', '2', '3'].map(lane => [lane, makeHook(store, lane)])
    );
    store.close();
    const receiver = await startReceiver();
    receiver.answer = () => (random() < 0.2 ? 503 : 200);
    const command = { data, forward: receiver.url };
    const storm = { command, receiver, hooks, kills, random };
    const { acknowledged, arrived } = await runStorm(storm);

    for (const [lane, names] of acknowledged) {
      // What was on the disk when it was killed may arrive unacknowledged.
      const known = new Set(names);
      const inOrder = arrived.get(lane)!.filter(name => known.has(name));
      expect(inOrder).to.deep.equal(names);
    }
  });
});
