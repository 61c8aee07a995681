import { createContext, runInContext } from 'node:vm';
import { expect } from 'chai';
import { compileWebhooks } from '../../tools/build/compile-webhooks.js';
import { delivery, hook, secret } from './requests.js';

/** What an edge worker has, and of Node.js nothing. */
const standards = {
  ...{ URL, Request, Response, Headers, ReadableStream },
  ...{ TextEncoder, TextDecoder, crypto, console },
  // Otherwise it has its own, which `crypto` does not know.
  Uint8Array,
};

describe('the handler of webhooks, as it is built', () => {
  it('runs with nothing but the standards of the Web', async () => {
    const { text } = await compileWebhooks('cjs');
    const worker = createContext({
      ...standards,
      module: { exports: {} },
      hooks: [],
    });
    runInContext(
      `${text};
      handle = module.exports.createWebhookHandler({
        secrets: ['${secret}'],
        onEvents: (events, { hook }) => void hooks.push(hook),
      });`,
      worker
    );
    const { handle, hooks } = worker as {
      handle: (request: Request) => Promise<Response>;
      hooks: string[];
    };

    expect((await handle(delivery())).status).to.equal(200);
    expect(hooks).to.deep.equal([hook]);
  });

  it('is small enough for a function that starts with every request', async () => {
    expect((await compileWebhooks('esm')).contents.length).to.be.below(8_000);
  });
});
