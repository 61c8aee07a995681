import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { createWebhookHandler } from '../../src/webhooks/index.js';
import { isFromAsana } from '../../src/util.js';
import { delivery } from './requests.js';

/** Made with `openssl dgst -sha256 -hmac SECRET` and kept. */
const fixed = [
  {
    secret: 'b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81',
    body: '{"events":[]}',
    signature:
      '10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853',
  },
  {
    secret: '0123456789abcdef',
    body: '{"events":[{"action":"added","resource":{"gid":"1","resource_type":"task"},"note":"für Ömer, 水"}]}',
    signature:
      '8c1b73378a9a1ed19a8670e27b88c54d138ec5ce3eb2635dbdfd67c9df7c326b',
  },
];

async function expectTaken(secret: string, body: string, signature: string) {
  const handle = createWebhookHandler({ secrets: [secret], onEvents() {} });
  expect((await handle(delivery({ body, signature }))).status).to.equal(200);
  expect(isFromAsana(body, signature, secret)).to.equal(true);
}

describe('a signature that openssl has computed', () => {
  for (const { secret, body, signature } of fixed) {
    it(`is taken: ${signature.slice(0, 8)}…`, () =>
      expectTaken(secret, body, signature));
  }

  it('is taken when it is computed now, for a body and secrets of any length', async function () {
    for (const length of [0, 1, 1000]) {
      const events = Array.from({ length }, (_, gid) => ({
        action: 'changed',
        resource: { gid: String(gid), resource_type: 'task' },
        note: 'é水😀',
      }));
      const body = JSON.stringify({ events });
      const secret = 'ab12'.repeat(4 + length / 10);
      const { stdout, error } = spawnSync(
        'openssl',
        ['dgst', '-sha256', '-hmac', secret],
        { input: body, encoding: 'utf8' }
      );
      if (error !== undefined) {
        console.log('      skipped: there is no openssl on this machine.');
        return this.skip();
      }
      await expectTaken(secret, body, /[0-9a-f]{64}$/m.exec(stdout)![0]);
    }
  });
});
