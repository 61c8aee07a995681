import { expect } from 'chai';
import fc from 'fast-check';
import { isFromAsana } from '../../src/util.js';
import { createWebhookHandler } from '../../src/webhooks/index.js';
import { secret, sign, url } from '../webhooks/requests.js';
import { propertyRuns } from './runs.js';

/** A delivery on its way. */
interface Sent {
  readonly method: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** One value for each header of this name. */
  readonly signatures: readonly string[];
  readonly secrets: readonly string[];
}

const bodies = fc
  .array(
    fc.record({
      action: fc.constantFrom('changed', 'added', 'removed', 'deleted'),
      resource: fc.record({ gid: fc.string(), resource_type: fc.string() }),
      change: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
    }),
    { maxLength: 4 }
  )
  .map(events => new TextEncoder().encode(JSON.stringify({ events })));

const signed = (body: Uint8Array<ArrayBuffer>): Sent => ({
  method: 'POST',
  body,
  signatures: [sign(body)],
  secrets: [],
});

type Mutation = (sent: Sent) => Sent;

const onBody =
  (change: (body: Uint8Array) => Uint8Array): Mutation =>
  sent => ({ ...sent, body: Uint8Array.from(change(sent.body)) });

const onSignature =
  (change: (signature: string) => readonly string[]): Mutation =>
  sent => ({ ...sent, signatures: change(sent.signatures[0] ?? '') });

/** What somebody who has seen a delivery can make of it. */
const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(7)).map(([at, bit]) =>
    onBody(body => {
      const place = at % body.length;
      return body.map((byte, i) => (i === place ? byte ^ (1 << bit) : byte));
    })
  ),
  fc.nat().map(at => onBody(body => body.slice(0, at % body.length))),
  fc
    .uint8Array({ minLength: 1, maxLength: 9 })
    .map(more => onBody(body => Uint8Array.from([...body, ...more]))),
  bodies.map(other => onBody(() => other)),
  fc
    .tuple(fc.nat(63), fc.constantFrom(...'0123456789abcdefg '))
    .map(([at, digit]) =>
      onSignature(s => [s.slice(0, at) + digit + s.slice(at + 1)])
    ),
  fc.nat(63).map(most => onSignature(s => [s.slice(0, most)])),
  fc
    .string({ unit: 'grapheme-ascii' })
    .map(given => onSignature(() => [given])),
  fc
    .string({ minLength: 1 })
    .filter(other => other !== secret)
    .map((other): Mutation => sent => ({
      ...sent,
      signatures: [sign(sent.body, other)],
    })),
  fc.constantFrom(
    onSignature(() => []),
    onSignature(s => [s, s]),
    onSignature(s => [s, s.toUpperCase()]),
    onSignature(s => [s.toUpperCase()]),
    (sent: Sent) => ({ ...sent, secrets: [secret] }),
    (sent: Sent) => ({ ...sent, method: 'PUT' })
  )
);

const mutate = (original: Sent, changes: readonly Mutation[]): Sent =>
  changes.reduce(
    (sent, change) => (sent.body.length > 0 ? change(sent) : sent),
    original
  );

/** Headers of proxies and of anybody, which decide nothing. */
const others = fc.dictionary(
  fc.stringMatching(/^x-f[a-z]{1,9}$/),
  fc.stringMatching(/^[!-~]{0,20}$/),
  { maxKeys: 3 }
);

const toRequest = (sent: Sent, more: Record<string, string>): Request => {
  const headers = new Headers(more);
  for (const value of sent.signatures)
    headers.append('x-hook-signature', value);
  for (const value of sent.secrets) headers.append('x-hook-secret', value);
  return new Request(url, { method: sent.method, headers, body: sent.body });
};

/** Whether nothing of it has changed but the capitals of the signature. */
const isUntouched = (sent: Sent, original: Sent): boolean =>
  sent.method === 'POST' &&
  sent.secrets.length === 0 &&
  Buffer.compare(sent.body, original.body) === 0 &&
  sent.signatures.length === 1 &&
  sent.signatures[0]!.trim().toLowerCase() === original.signatures[0];

describe('any delivery of a webhook', () => {
  it('is taken when Asana has signed it and nobody has touched it, and else never', async () => {
    await fc.assert(
      fc.asyncProperty(
        bodies,
        fc.array(mutations, { maxLength: 2 }),
        others,
        async (body, changes, more) => {
          const original = signed(body);
          const sent = mutate(original, changes);
          const untouched = isUntouched(sent, original);
          let taken = 0;
          const handle = createWebhookHandler({
            secrets: ['another-secret', secret],
            onEvents: () => void (taken += 1),
            onHeartbeat: () => void (taken += 1),
            log() {},
          });
          const { status } = await handle(toRequest(sent, more));

          expect(status === 200).to.equal(untouched);
          expect(taken).to.equal(untouched ? 1 : 0);
        }
      ),
      propertyRuns
    );
  });

  it('is judged alike in a job', async () => {
    await fc.assert(
      fc.asyncProperty(
        bodies,
        fc.array(mutations, { maxLength: 2 }),
        async (body, changes) => {
          const original = signed(body);
          const sent = mutate(original, changes);
          const text = Buffer.from(sent.body).toString();

          expect(
            isFromAsana(text, sent.signatures.join(', '), [secret])
          ).to.equal(
            isUntouched({ ...sent, method: 'POST', secrets: [] }, original)
          );
        }
      ),
      propertyRuns
    );
  });
});
