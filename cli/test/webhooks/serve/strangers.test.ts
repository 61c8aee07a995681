import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { newest } from '../../../src/webhooks/queue/view.js';
import { deliver, delivery, makeHook, signatureOf } from '../support/hook.js';
import { linkIn, readPage } from '../support/page.js';
import { useReceiver } from '../support/receiver.js';
import { useServers } from '../support/server.js';

describe('openfn-asana webhooks serve, among strangers', () => {
  const servers = useServers();
  const startReceiver = useReceiver();

  const setUp = async (
    options: Parameters<typeof servers.start>[0] = {},
    wish: Parameters<typeof servers.start>[1] = {}
  ) => {
    const receiver = await startReceiver();
    const store = await servers.store();
    const hook = makeHook(store);
    const server = await servers.start(
      { forward: receiver.url, ...options },
      wish
    );
    return { receiver, store, hook, server };
  };

  it('opens its page by the link alone, which no log has', async () => {
    const { server } = await setUp();
    for (const path of ['/', '/login', '/?refresh=5']) {
      const text = await (await fetch(`${server.url}${path}`)).text();
      expect(text).to.include('type="password"').and.not.to.include('Cases');
    }
    expect(await readPage(servers.folder)).to.include('<bdi>Cases</bdi>');

    const { searchParams } = new URL(await linkIn(servers.folder));
    expect(searchParams.get('token')).to.match(/^[0-9a-f]{64}$/);
    expect(server.log()).not.to.include(searchParams.get('token'));
    expect(server.log()).to.include('webhooks.db.page opens its page');
    server.stop();
    await server.ended;
    const gone = await linkIn(servers.folder).catch(({ code }) => code);
    expect(gone).to.equal('ENOENT');
  });

  it('says not a word to whoever guesses a hook', async () => {
    const { server } = await setUp();
    const init = { method: 'POST', body: '{}' };
    const answer = await fetch(`${server.url}/hooks/ffff`, init);

    expect(answer.status).to.equal(404);
    expect(await answer.text()).to.equal('');
  });

  it('has another token whenever it starts', async () => {
    const { receiver, server } = await setUp();
    const before = await linkIn(servers.folder);
    server.stop();
    await server.ended;
    await servers.start({ forward: receiver.url });

    const token = (link: string) => new URL(link).searchParams.get('token');
    expect(token(await linkIn(servers.folder))).not.to.equal(token(before));
  });

  it('hands on once what somebody sends again by other paths to the same hook', async () => {
    const { receiver, server, store, hook } = await setUp();
    const body = delivery('1');
    for (const prefix of ['', '/a', '/a/b', '//', '/hooks']) {
      const answer = await fetch(`${server.url}${prefix}/hooks/${hook}`, {
        method: 'POST',
        headers: { 'x-hook-signature': signatureOf(body) },
        body,
      });
      expect(answer.status).to.equal(200);
    }
    await deliver(server.url, hook, delivery('2'));
    await receiver.until(1);

    expect(newest(store, 10)).to.have.lengthOf(2);
  });

  it('says what it has to say, however many it has refused', async () => {
    const { server, hook } = await setUp({}, { now: () => 0 });
    for (let count = 0; count < 80; count += 1) {
      await deliver(server.url, hook, '{}', {});
    }
    server.stop();
    await server.ended;

    expect(server.log().match(/answered 401/g)).to.have.lengthOf(60);
    expect(server.log()).to.match(/Stopping, .*\n.*Stopped\.\n$/);
  });

  it('says how many lines were too many when a minute is over', async () => {
    let now = 0;
    const { server, hook } = await setUp({}, { now: () => now });
    for (let count = 0; count < 63; count += 1) {
      await deliver(server.url, hook, '{}', {});
    }
    now = 60_000;
    await deliver(server.url, hook, '{}', {});

    expect(server.log()).to.include('3 more lines were left out.');
    expect(server.log().match(/answered 401/g)).to.have.lengthOf(61);
  });

  it('cuts off who is slow, and takes what Asana delivers meanwhile', async () => {
    const { server, hook } = await setUp({
      limits: {
        headersTimeout: 80,
        requestTimeout: 150,
        connectionsCheckingInterval: 20,
      },
    });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const closed = once(socket, 'close');
    socket.resume().on('error', () => {});
    socket.write(`POST /hooks/${hook} HTTP/1.1\r\nhost: a\r\n`);
    const trickle = setInterval(() => socket.write('x: y\r\n'), 10);

    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
    await closed;
    clearInterval(trickle);
  });

  it('takes the address of the trigger from a file, which no argument shows', async () => {
    const receiver = await startReceiver();
    const file = join(servers.folder, 'trigger');
    await writeFile(file, `${receiver.url}\n`);
    const hook = makeHook(await servers.store());
    const server = await servers.start({ forwardFile: file });
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);

    expect(receiver.arrivals[0]!.path).to.include('nobody-knows');
    expect(server.log()).not.to.include('nobody-knows');
  });

  for (const [text, message] of [
    ['x', 'What the file of --forward-file has is not an address.'],
    [
      'http://example.org/i/a-trigger-that-nobody-knows',
      'What the file of --forward-file has must begin with https://.',
    ],
    [undefined, 'The file of --forward-file cannot be read (ENOENT).'],
  ] as const) {
    it(`says what is wrong with a file that has ${text ?? 'not been written'}`, async () => {
      const file = join(servers.folder, 'trigger');
      if (text !== undefined) await writeFile(file, text);
      const error = await servers
        .start({ forwardFile: file })
        .catch((reason: Error) => reason);

      expect(error).to.include({ message });
    });
  }

  it('is told one place to hand on to, not two', async () => {
    const error = await servers
      .start({ forward: 'https://a.org/i/1', forwardFile: 'trigger' })
      .catch((reason: Error) => reason);

    expect(error).to.have.property('message').that.includes('one of them');
  });
});
