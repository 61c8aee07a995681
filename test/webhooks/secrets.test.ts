import { expect } from 'chai';
import {
  createMemoryStore,
  createWebhookHandler,
  type WebhookHandlerOptions,
} from '../../src/webhooks/index.js';
import { delivery, deliveryText, secret, sign } from './requests.js';

const statusOf = async (
  options: Partial<WebhookHandlerOptions>,
  by: string
): Promise<number> => {
  const handle = createWebhookHandler({
    log() {},
    onEvents() {},
    ...options,
  });
  const signature = sign(deliveryText, by);
  return (await handle(delivery({ signature }))).status;
};

const accept = (): boolean => false;

describe('the secret of a webhook', () => {
  for (const [title, options] of [
    ['is a text', { secrets: secret }],
    ['is what a function returns', { secrets: async () => secret }],
    ['is what a store has', { store: { read: () => secret, accept } }],
    ['has a line break after it', { secrets: [`${secret}\n`] }],
  ] as const) {
    it(`is taken as a whole where it ${title}, and none of its letters by itself`, async () => {
      expect(await statusOf(options, secret)).to.equal(200);
      for (const letter of new Set(secret)) {
        expect(await statusOf(options, letter)).to.equal(401);
      }
    });
  }

  it('is none where a store has nothing', async () => {
    const store = { read: () => null, accept };
    for (const by of ['null', 'undefined', secret]) {
      expect(await statusOf({ store }, by)).to.equal(401);
    }
  });

  for (const secrets of ['', ' ', null, [secret, ' ']]) {
    it(`is missed at once in ${JSON.stringify(secrets)}`, () => {
      const store = secrets === null ? { read: () => [] } : undefined;
      expect(() =>
        createWebhookHandler({
          secrets,
          ...(store && { store: store as never }),
          onEvents() {},
        })
      ).to.throw(TypeError, /createWebhookHandler: .*(secrets|store)/);
    });
  }

  for (const hook of [undefined, 'https://x.example/hooks/1', 'hooks/1']) {
    it(`is not expected for ${hook}, which is no path`, () => {
      expect(() => createMemoryStore().expect(hook as string)).to.throw(
        TypeError,
        'Write the path alone'
      );
    });
  }
});
