import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { newest } from '../../../src/webhooks/queue/view.js';
import { deliver, delivery, makeHook } from '../support/hook.js';
import { useReceiver } from '../support/receiver.js';
import { useServers, type RunningServer } from '../support/server.js';

describe('openfn-asana webhooks serve, told to stop', () => {
  const servers = useServers();
  const startReceiver = useReceiver();

  it('waits for what it is handing on, and keeps that it has arrived', async () => {
    const receiver = await startReceiver();
    const store = await servers.store();
    const hook = makeHook(store);
    let answer: (status: number) => void = () => {};
    receiver.answer = () => new Promise(resolve => (answer = resolve));
    const server = await servers.start({ forward: receiver.url });
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);
    let hasEnded = false;
    void server.ended.then(() => (hasEnded = true));
    server.stop();
    await refusesMore(server);
    // What would end it too early has had many turns to do so.
    for (let turn = 0; turn < 20; turn += 1) await refusesMore(server);
    expect(hasEnded).to.equal(false);
    answer(200);
    await server.ended;

    expect(newest(store, 1)[0]).to.include({ state: 'done', attempts: 1 });
  });

  it('cuts off who has not come to the end when the time is over', async () => {
    const due: (() => void)[] = [];
    const server = await startWith({
      after: (_, callback) => (due.push(callback), () => {}),
    });
    const socket = await begin(server);
    server.stop();
    await refusesMore(server);
    due.forEach(callback => callback());

    expect(await untilCut(socket)).to.equal('');
    await server.ended;
  });

  it('cuts off everybody when it is told a second time', async () => {
    const server = await startWith({});
    const socket = await begin(server);
    server.stop();
    server.stopAtOnce();

    expect(await untilCut(socket)).to.equal('');
  });

  const startWith = async (wish: Parameters<typeof servers.start>[1]) =>
    servers.start({ forward: (await startReceiver()).url }, wish);
});

/** Begins a request that does not come to its end. */
async function begin({ url }: RunningServer): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write('POST /login HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n');
  await fetch(`${url}/login`).then(answer => answer.arrayBuffer());
  return socket;
}

async function untilCut(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', chunk => (text += String(chunk)));
  await once(socket, 'close');
  return text;
}

/** Asks until nobody listens any longer. */
async function refusesMore({ url }: RunningServer): Promise<void> {
  for (;;) {
    try {
      await fetch(url, { headers: { connection: 'close' } }).then(answer =>
        answer.arrayBuffer()
      );
    } catch {
      return;
    }
  }
}
