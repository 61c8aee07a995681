import { stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CliError } from '../../../src/cli-error.js';
import { expectHandshake } from '../../../src/webhooks/store/secrets.js';
import { newest, totals } from '../../../src/webhooks/queue/view.js';
import {
  deliver,
  delivery,
  makeHook,
  secret,
  signatureOf,
} from '../support/hook.js';
import { readPage } from '../support/page.js';
import { useReceiver } from '../support/receiver.js';
import { useServers } from '../support/server.js';

describe('openfn-asana webhooks serve', () => {
  const servers = useServers();
  const startReceiver = useReceiver();

  const setUp = async () => {
    const receiver = await startReceiver();
    const store = await servers.store();
    const hook = makeHook(store);
    const server = await servers.start({ forward: receiver.url });
    return { receiver, store, hook, server };
  };

  it('hands on what Asana delivers, with its events in order', async () => {
    const { receiver, hook, server } = await setUp();
    expect(await deliver(server.url, hook, delivery('1', '2'))).to.equal(200);
    await receiver.until(1);

    const [{ headers, payload, path }] = receiver.arrivals as [any];
    expect(path).to.equal('/i/a-trigger-that-nobody-knows');
    expect(headers['idempotency-key']).to.match(/^[0-9a-f]{32}$/);
    expect(payload.resource).to.equal('1201');
    expect(payload.events.map((e: any) => e.resource.gid)).to.deep.equal([
      '1',
      '2',
    ]);
    expect(payload.deliveries).to.have.lengthOf(1);
  });

  it('answers Asana although the receiver does not', async () => {
    const { receiver, hook, server, store } = await setUp();
    receiver.answer = () => new Promise(() => {});
    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
    await receiver.until(1);
    expect(await deliver(server.url, hook, delivery('2'))).to.equal(200);

    expect(totals(store).waiting).to.equal(2);
    server.stopAtOnce();
  });

  it('hands on once what Asana sends twice', async () => {
    const { receiver, hook, server } = await setUp();
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);
    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
    await deliver(server.url, hook, delivery('2'));
    await receiver.until(2);

    const gids = receiver.arrivals.flatMap(({ payload }) =>
      payload.events.map((event: any) => event.resource.gid)
    );
    expect(gids).to.deep.equal(['1', '2']);
  });

  it('sends the header of --forward-header-file, and shows no secret', async () => {
    const receiver = await startReceiver();
    const file = join(servers.folder, 'header');
    await writeFile(file, 'x-api-key: a-key-that-nobody-knows\n');
    const hook = makeHook(await servers.store());
    receiver.answer = () => 401;
    const server = await servers.start({
      forward: receiver.url,
      forwardHeaderFile: file,
    });
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);
    const page = await readPage(servers.folder);

    expect(receiver.arrivals[0]!.headers['x-api-key']).to.equal(
      'a-key-that-nobody-knows'
    );
    for (const shown of [page, server.log()]) {
      expect(shown).not.to.include('nobody-knows');
    }
  });

  for (const [what, headers] of [
    ['no signature', {}],
    ['a wrong signature', { 'x-hook-signature': '0'.repeat(64) }],
    ['a short signature', { 'x-hook-signature': signatureOf('').slice(1) }],
    [
      'another secret',
      { 'x-hook-signature': signatureOf(delivery('1'), 'another') },
    ],
  ] as const) {
    it(`refuses ${what}, and says nothing`, async () => {
      const { hook, server, store } = await setUp();
      expect(
        await deliver(server.url, hook, delivery('1'), { ...headers })
      ).to.equal(401);
      expect(newest(store, 1)).to.deep.equal([]);
    });
  }

  it('refuses a doubled signature, even if both are right', async () => {
    const { hook, server, store } = await setUp();
    const body = delivery('1');
    const signature = signatureOf(body);
    const status = await new Promise(resolve => {
      request(`${server.url}/hooks/${hook}`, {
        method: 'POST',
        headers: { 'x-hook-signature': [signature, signature] },
      })
        .on('response', ({ statusCode }) => resolve(statusCode))
        .end(body);
    });

    expect(status).to.equal(401);
    expect(newest(store, 1)).to.deep.equal([]);
  });

  it('refuses a body of 10 MB without reading it to its end', async () => {
    const { hook, server, store } = await setUp();
    const sent = await new Promise<{ status?: number }>(resolve => {
      const post = request(`${server.url}/hooks/${hook}`, {
        method: 'POST',
        headers: {
          'x-hook-signature': '0'.repeat(64),
          'transfer-encoding': 'chunked',
        },
      });
      post.on('response', ({ statusCode }) => resolve({ status: statusCode! }));
      post.on('error', () => resolve({}));
      post.end(Buffer.alloc(10_000_000, 32));
    });

    expect([413, undefined]).to.include(sent.status);
    expect(newest(store, 1)).to.deep.equal([]);
    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
  });

  it('shakes hands when it expects to, and not once more', async () => {
    const { hook, server, store } = await setUp();
    const other = 'f'.repeat(64);
    const shake = () =>
      deliver(server.url, hook, '', { 'x-hook-secret': other });
    expect(await shake()).to.equal(403);
    expectHandshake(store, hook, Date.now() + 60_000);
    expect(await shake()).to.equal(200);
    expect(await shake()).to.equal(403);

    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
    expect(server.log()).not.to.include(secret).and.not.to.include(other);
  });

  it('shows by a heartbeat that Asana is there, and hands nothing on', async () => {
    const { hook, server, store } = await setUp();
    expect(await deliver(server.url, hook, '{"events":[]}')).to.equal(200);

    expect(newest(store, 1)).to.deep.equal([]);
    const page = await readPage(servers.folder);
    expect(page).to.match(
      /<bdi>Cases<\/bdi>\s*<\/td>\s*<td>none yet<\/td>\s*<td>\d+ second/
    );
  });

  it('knows no hook but its own', async () => {
    const { server } = await setUp();
    expect(await deliver(server.url, '0'.repeat(32), delivery('1'))).to.equal(
      401
    );
  });

  it('asks Asana to send again what it cannot keep', async () => {
    const { hook, server, store } = await setUp();
    store.db.exec(
      "CREATE TRIGGER full BEFORE INSERT ON deliveries BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    );
    expect(await deliver(server.url, hook, delivery('1'))).to.equal(500);
    store.db.exec('DROP TRIGGER full');
    expect(await deliver(server.url, hook, delivery('1'))).to.equal(200);
  });

  it('says whether it is well', async () => {
    const { server, store } = await setUp();
    const well = await fetch(`${server.url}/healthz`);
    expect(well.status).to.equal(200);
    expect(await well.json()).to.deep.equal({
      isWell: true,
      reasons: [],
      waiting: 0,
      oldestWaitingSeconds: 0,
      givenUp: 0,
      failing: 0,
    });
    expect(totals(store).waiting).to.equal(0);
  });

  it('is the only one with its database', async () => {
    const { receiver, server } = await setUp();
    const second = servers.start({ forward: receiver.url });
    const error = await second.then(
      () => undefined,
      (reason: Error) => reason
    );

    expect(error?.message).to.match(
      /^Another openfn-asana webhooks serve works with /
    );
    server.stop();
    await server.ended;
    expect((await servers.start({ forward: receiver.url })).url).to.match(
      /^http/
    );
  });

  it('keeps its files to its user', async () => {
    await setUp();
    for (const end of ['', '-wal', '.serve']) {
      const { mode } = await stat(join(servers.folder, `webhooks.db${end}`));
      expect((mode & 0o777).toString(8)).to.equal('600');
    }
  });

  it('answers what has begun when it is stopped, and hands it on the next time', async () => {
    const { receiver, hook, server, store } = await setUp();
    receiver.answer = () => 503;
    const body = delivery('1');
    const post = request(`${server.url}/hooks/${hook}`, {
      method: 'POST',
      headers: {
        'x-hook-signature': signatureOf(body),
        'content-length': body.length,
      },
    });
    const status = new Promise(resolve =>
      post.on('response', ({ statusCode }) => resolve(statusCode))
    );
    post.write(body.slice(0, 5));
    // Its head has arrived when another request has been answered.
    await fetch(`${server.url}/healthz`);
    server.stop();
    post.end(body.slice(5));

    expect(await status).to.equal(200);
    await server.ended;
    expect(totals(store).waiting).to.equal(1);
    receiver.answer = () => 200;
    await servers.start({ forward: receiver.url });
    await receiver.until(1);
  });

  it('ends at once when it is told a second time', async () => {
    const { receiver, hook, server } = await setUp();
    receiver.answer = () => new Promise(() => {});
    await deliver(server.url, hook, delivery('1'));
    await receiver.until(1);
    server.stop();
    server.stopAtOnce();

    const error = await server.ended.catch((reason: Error) => reason);
    expect(error).to.include({ message: 'Interrupted.', exitCode: 130 });
    expect((error as CliError).fix).to.include('Nothing is lost');
  });

  for (const [options, message] of [
    [
      {},
      'Say where the deliveries are to go: --forward-file, --forward or --workflow, one of them.',
    ],
    [{ forward: 'x' }, '--forward is not an address.'],
    [
      { forward: 'http://example.org/i/1' },
      '--forward must begin with https://.',
    ],
    [
      { forward: 'https://me:pass@example.org/i/1' },
      '--forward has a user or a password in it.',
    ],
  ] as const) {
    it(`says what is wrong: ${JSON.stringify(options)}`, async () => {
      const error = await servers
        .start(options)
        .catch((reason: Error) => reason);
      expect(error).to.include({ message, exitCode: 2 });
    });
  }
});
