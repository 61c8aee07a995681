import { expect } from 'chai';
import {
  createMemoryStore,
  createWebhookHandler,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookHandlerOptions,
} from '../../src/webhooks/index.js';
import { useCapturedConsole } from '../support/captured-console.js';
import {
  delivery,
  deliveryText,
  handshake,
  hook,
  pieces,
  secret,
  sign,
  streamed,
  taskChanged,
  url,
} from './requests.js';

interface Received {
  readonly events: readonly WebhookEvent[];
  readonly delivery: WebhookDelivery;
}

/** A handler that keeps what it was given, and what it said. */
function start(options: Partial<WebhookHandlerOptions> = {}) {
  const received: Received[] = [];
  const reasons: string[] = [];
  const handle = createWebhookHandler({
    secrets: [secret],
    onEvents: (events, delivery) => void received.push({ events, delivery }),
    log: reason => reasons.push(reason),
    ...options,
  });
  return { handle, received, reasons };
}

/** That it was refused, and that the caller is told nothing of the reason. */
async function expectRefusal(answer: Response, status: number) {
  expect(answer.status).to.equal(status);
  expect(await answer.text()).to.equal('');
}

describe('a delivery of a webhook', () => {
  it('reaches onEvents when Asana has signed it', async () => {
    const { handle, received, reasons } = start();
    const answer = await handle(delivery());

    expect(answer.status).to.equal(200);
    expect(received).to.have.lengthOf(1);
    expect(received[0]!.events).to.deep.equal([taskChanged]);
    expect(received[0]!.delivery).to.include({ hook, body: deliveryText });
    expect(reasons).to.deep.equal([]);
  });

  it('is taken with a signature in capitals', async () => {
    const { handle } = start();
    const signature = sign(deliveryText).toUpperCase();

    expect((await handle(delivery({ signature }))).status).to.equal(200);
  });

  it('is judged by its bytes, not by what they mean', async () => {
    const { handle, received } = start();
    const spaced = JSON.stringify({ events: [taskChanged] }, null, 2);

    expect((await handle(delivery({ body: spaced }))).status).to.equal(200);
    const signature = sign(deliveryText);
    await expectRefusal(
      await handle(delivery({ body: spaced, signature })),
      401
    );
    expect(received).to.have.lengthOf(1);
  });

  it('is taken with either secret while one replaces another', async () => {
    const { handle } = start({ secrets: ['the-new-one', secret] });

    expect((await handle(delivery())).status).to.equal(200);
    const signature = sign(deliveryText, 'the-new-one');
    expect((await handle(delivery({ signature }))).status).to.equal(200);
  });

  it('is taken with the secrets of its hook only', async () => {
    const { handle } = start({
      secrets: async path => (path === hook ? [secret] : ['another-secret']),
    });

    expect((await handle(delivery())).status).to.equal(200);
    await expectRefusal(await handle(delivery({ to: `${url}2` })), 401);
  });

  it('has the same id whenever it comes again, and another at another hook', async () => {
    const { handle, received } = start();
    for (const to of [url, `${url}?again=1`, `${url}2`]) {
      await handle(delivery({ to }));
    }
    const [first, again, other] = received.map(({ delivery }) => delivery.id);

    expect(first).to.match(/^[0-9a-f]{64}$/);
    expect(again).to.equal(first);
    expect(other).not.to.equal(first);
  });

  it('is answered when onEvents is done with it', async () => {
    let [begin, finish] = [() => {}, () => {}];
    const begun = new Promise<void>(resolve => (begin = resolve));
    const work = new Promise<void>(resolve => (finish = resolve));
    const { handle } = start({
      onEvents: () => {
        begin();
        return work;
      },
    });
    let isAnswered = false;
    const answer = handle(delivery()).then(given => {
      isAnswered = true;
      return given;
    });

    await begun;
    await new Promise(resolve => setImmediate(resolve));
    expect(isAnswered).to.equal(false);
    finish();
    expect((await answer).status).to.equal(200);
  });

  it('is sent again by Asana when onEvents fails, and the failure quotes nothing', async () => {
    const { handle, reasons } = start({
      onEvents: async ([event]) => {
        throw new RangeError(`no room for ${event!.resource.gid}-secret`);
      },
    });

    await expectRefusal(await handle(delivery()), 500);
    expect(reasons).to.deep.equal([
      'Asana webhook /hooks/1: answered 500, onEvents failed (RangeError).',
    ]);
  });

  for (const [what, signature] of [
    ['of another secret', sign(deliveryText, 'another-secret')],
    ['of another body', sign(`${deliveryText} `)],
    ['that is too short', sign(deliveryText).slice(0, 62)],
    ['that is too long', `${sign(deliveryText)}00`],
    ['that is empty', ''],
    ['that is no hexadecimal number', 'z'.repeat(64)],
    ['with its kind before it', `sha256=${sign(deliveryText)}`],
    ['that came twice', `${sign(deliveryText)}, ${sign(deliveryText)}`],
    ['of an empty secret', sign(deliveryText, '')],
  ] as const) {
    it(`is refused with a signature ${what}`, async () => {
      const { handle, received, reasons } = start({
        secrets: () => ['', secret],
      });

      await expectRefusal(await handle(delivery({ signature })), 401);
      expect(received).to.deep.equal([]);
      expect(reasons.join()).to.match(/answered 401, .*signature/i);
    });
  }

  it('is refused without a signature', async () => {
    const { handle, received } = start();
    const unsigned = new Request(url, { method: 'POST', body: deliveryText });

    await expectRefusal(await handle(unsigned), 401);
    expect(received).to.deep.equal([]);
  });

  it('is refused by a hook without a secret, before its body is read', async () => {
    const counted = pieces(10);
    const { handle, reasons } = start({ secrets: [] });
    await expectRefusal(await handle(streamed(counted.body)), 401);
    expect(counted.read).to.equal(0);
    expect(reasons.join()).to.include('the hook has no secret');
  });

  for (const [what, body] of [
    ['is no JSON', 'no JSON'],
    ['is null', 'null'],
    ['is a list', '[]'],
    ['has no events', '{}'],
    ['has events that are no list', '{"events":{}}'],
    ['has an event that is no object', '{"events":["a"]}'],
    ['begins with a byte order mark', '\uFEFF{"events":[]}'],
    // Read leniently, it would be a delivery.
    ['is no UTF-8', Buffer.from('{"events":[{"a":"\xff"}]}', 'latin1')],
  ] as const) {
    it(`is refused when what is signed ${what}`, async () => {
      const { handle, received } = start();

      await expectRefusal(await handle(delivery({ body })), 400);
      expect(received).to.deep.equal([]);
    });
  }

  it('is refused by its length alone where that is said', async () => {
    const counted = pieces(1000);
    const { handle } = start({ maxBytes: 20 });

    await expectRefusal(await handle(streamed(counted.body, '21')), 413);
    expect(counted.read).to.equal(0);
  });

  it('is read no further than the limit', async () => {
    const counted = pieces(1000);
    const { handle, reasons } = start({ maxBytes: 2500 });
    await expectRefusal(await handle(streamed(counted.body)), 413);
    expect(counted.read).to.equal(3);
    expect(reasons.join()).to.include('longer than 2500 bytes');
  });

  it('is taken when it is as long as the limit', async () => {
    const maxBytes = new TextEncoder().encode(deliveryText).length;

    expect((await start({ maxBytes }).handle(delivery())).status).to.equal(200);
    const { handle } = start({ maxBytes: maxBytes - 1 });
    await expectRefusal(await handle(delivery()), 413);
  });
});

describe('a heartbeat of a webhook', () => {
  const body = '{"events":[]}';

  it('is answered and goes to onHeartbeat', async () => {
    const beats: string[] = [];
    const { handle, received } = start({
      onHeartbeat: ({ hook }) => beats.push(hook),
    });

    expect((await handle(delivery({ body }))).status).to.equal(200);
    expect(beats).to.deep.equal([hook]);
    expect(received).to.deep.equal([]);
    expect((await start().handle(delivery({ body }))).status).to.equal(200);
  });

  it('must be signed as well', async () => {
    const { handle } = start();

    await expectRefusal(
      await handle(delivery({ body, signature: sign(body, 'x') })),
      401
    );
  });
});

describe('a handshake of a webhook', () => {
  it('is answered with its secret while one is expected, which signs from then on', async () => {
    const store = createMemoryStore();
    const { handle, received } = start({ secrets: undefined, store });
    store.expect(hook);
    const answer = await handle(handshake());

    expect(answer.status).to.equal(200);
    expect(answer.headers.get('x-hook-secret')).to.equal(secret);
    expect((await handle(delivery())).status).to.equal(200);
    expect(received).to.have.lengthOf(1);
  });

  it('is refused when none is expected', async () => {
    const store = createMemoryStore();
    const { handle, reasons } = start({ store });
    const answer = await handle(handshake());

    expect(answer.headers.get('x-hook-secret')).to.equal(null);
    await expectRefusal(answer, 403);
    expect(store.read(hook)).to.deep.equal([]);
    expect(reasons.join()).to.include('no handshake is expected');
  });

  it('is refused where there is no store', async () => {
    await expectRefusal(await start().handle(handshake()), 403);
  });

  it('replaces no secret when it is replayed, or sent by somebody else', async () => {
    const store = createMemoryStore();
    const { handle } = start({ secrets: undefined, store });
    store.expect(hook);
    await handle(handshake());

    await expectRefusal(await handle(handshake('a-secret-of-theirs')), 403);
    await expectRefusal(await handle(handshake()), 403);
    expect(store.read(hook)).to.deep.equal([secret]);
  });

  it('is refused for another hook than the one that expects it', async () => {
    const store = createMemoryStore();
    store.expect('/hooks/2');

    await expectRefusal(await start({ store }).handle(handshake()), 403);
  });

  it('is refused when it comes too late', async () => {
    let now = 0;
    const store = createMemoryStore(() => now);
    store.expect(hook);
    now = 600_000;

    await expectRefusal(await start({ store }).handle(handshake()), 403);
  });

  it('adds a secret to the one of before, for what is still under way', async () => {
    const store = createMemoryStore();
    const { handle } = start({ secrets: undefined, store });
    store.expect(hook);
    await handle(handshake());
    store.expect(hook);
    await handle(handshake('a-secret-of-later'));

    expect((await handle(delivery())).status).to.equal(200);
    const signature = sign(deliveryText, 'a-secret-of-later');
    expect((await handle(delivery({ signature }))).status).to.equal(200);
  });

  for (const given of [
    'short',
    `${secret}, ${secret}`,
    'x'.repeat(257),
    `${secret}<script>`,
  ]) {
    it(`is refused with ${given.slice(0, 20)}…, which Asana does not send`, async () => {
      const store = createMemoryStore();
      store.expect(hook);

      await expectRefusal(await start({ store }).handle(handshake(given)), 400);
      expect(store.read(hook)).to.deep.equal([]);
    });
  }

  it('is refused when it is a delivery as well', async () => {
    const store = createMemoryStore();
    store.expect(hook);
    const request = delivery();
    request.headers.set('x-hook-secret', secret);
    const { handle, received } = start({ store });

    await expectRefusal(await handle(request), 400);
    expect(received).to.deep.equal([]);
    expect(store.read(hook)).to.deep.equal([]);
  });
});

describe('any other request to a webhook', () => {
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
    it(`is refused when its method is ${method}`, async () => {
      const answer = await start().handle(new Request(url, { method }));

      expect(answer.headers.get('allow')).to.equal('POST');
      await expectRefusal(answer, 405);
    });
  }

  it('is answered with 500 when the store fails, whose message is not repeated', async () => {
    const { handle, reasons } = start({
      store: {
        read: () => {
          throw Object.assign(new Error(`no ${secret}`), { code: 'EIO' });
        },
        accept: async () => {
          throw new Error(secret);
        },
      },
    });

    await expectRefusal(await handle(delivery()), 500);
    await expectRefusal(await handle(handshake()), 500);
    expect(reasons).to.deep.equal([
      'Asana webhook /hooks/1: answered 500, it failed (Error EIO).',
      'Asana webhook /hooks/1: answered 500, it failed (Error).',
    ]);
  });

  it('leaves neither secret, signature, body nor a path of any length in the log', async () => {
    const { handle, reasons } = start({ store: createMemoryStore() });
    await handle(handshake('a-secret-of-theirs'));
    await handle(handshake('no good, secret'));
    await handle(delivery({ signature: sign('x') }));
    await handle(delivery({ signature: 'no-signature' }));
    await handle(delivery({ body: 'a-payload' }));
    await handle(new Request(`${url}/${'x'.repeat(9000)}?key=a-key`));
    const said = reasons.join('\n');

    expect(reasons).to.have.lengthOf(6);
    expect(said).not.to.match(/-secret|good|signature$|payload|a-key/m);
    expect(said).not.to.include(sign('x'));
    expect(said.length).to.be.below(800);
  });
});

describe('the log of a webhook handler', () => {
  const logged = useCapturedConsole();

  it('is the console unless another is given', async () => {
    await start({ log: undefined }).handle(handshake());

    expect(logged.lines).to.deep.equal([
      'Asana webhook /hooks/1: answered 403, no handshake is expected.',
    ]);
  });
});

describe('createWebhookHandler', () => {
  for (const [what, options, fix] of [
    ['nothing at all', undefined, /onEvents/],
    ['no onEvents', { secrets: [secret] }, /onEvents/],
    ['neither secrets nor a store', { onEvents() {} }, /createMemoryStore/],
    ['an empty secret', { secrets: [''], onEvents() {} }, /environment/],
    [
      'a limit of nothing',
      { secrets: [secret], onEvents() {}, maxBytes: 0 },
      /Leave it out/,
    ],
  ] as const) {
    it(`says at once what is wrong with ${what}`, () => {
      const wrong = options as unknown as WebhookHandlerOptions;

      expect(() => createWebhookHandler(wrong)).to.throw(TypeError, fix);
    });
  }
});
