import { join } from 'node:path';
import { expect } from 'chai';
import { openStore } from '../../src/webhooks/store/open.js';
import { useFolder } from '../support/folder.js';
import { deliver, delivery, makeHook } from './support/hook.js';
import { startServerProcess } from './support/process.js';
import { useReceiver } from './support/receiver.js';

describe('openfn-asana webhooks serve as a process', function () {
  // Processes start slowly on a machine that does a lot else.
  this.timeout(60_000);

  const folder = useFolder();
  const startReceiver = useReceiver();

  it('finishes what is under way on SIGTERM, which npx sends twice', async () => {
    const receiver = await startReceiver();
    const data = join(folder.path, 'webhooks.db');
    const store = await openStore(data);
    const hook = makeHook(store);
    store.close();
    let arrive: (status: number) => void = () => {};
    receiver.answer = () => new Promise(resolve => (arrive = resolve));
    const server = await startServerProcess({ data, forward: receiver.url });
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);
    server.child.kill('SIGTERM');
    server.child.kill('SIGTERM');
    await server.shows('Stopping');
    arrive(200);

    expect(await server.ended).to.equal(0);
    expect(receiver.arrivals).to.have.lengthOf(1);
  });
});
