import { expect } from 'chai';
import fc from 'fast-check';
import { propertyRuns } from '../../../test/property/runs.js';
import type { Webhook } from '../../src/asana/families/webhooks.js';
import { createCourier } from '../../src/asana/webhooks/courier.js';
import { asanaPace } from '../../src/asana/webhooks/pace.js';
import type { WebhookEvent } from '../../src/asana/webhooks/payload.js';
import { inOrder, shuffled } from '../../src/asana/webhooks/take.js';
import { createVirtualTime } from './virtual-time.js';

const hour = 60 * 60_000;

type Manner = 200 | 500 | 'refusing' | 'silent';
type Step = { readonly happens: number } | { readonly manner: Manner } | number;

const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ happens: fc.integer({ min: 1, max: 150 }) }),
    fc.record({
      manner: fc.constantFrom<Manner>(200, 500, 'refusing', 'silent'),
    }),
    fc.integer({ min: 0, max: 9 * hour })
  ),
  { maxLength: 12 }
);

/** The same numbers every time, so that a failure comes again. */
function repeatable(): () => number {
  let last = 1;
  return () => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Goes through the steps, with a target that is well again in the end. */
async function play(program: readonly Step[], isShuffled: boolean) {
  const time = createVirtualTime();
  const { now, setTimer } = time;
  const accepted: WebhookEvent[] = [];
  const happened: WebhookEvent[] = [];
  let manner: Manner = 200;
  let given = 0;
  const webhook = { gid: '1', target: 'https://relief.example' } as Webhook;
  const courier = createCourier(webhook, {
    secret: 'secret',
    pace: asanaPace,
    now,
    setTimer,
    delayMs: 0,
    closing: new AbortController().signal,
    take: isShuffled ? shuffled(repeatable()) : inOrder,
    log: () => {},
    changed: () => {},
    giveUp() {
      given += 1;
      courier.stop();
    },
    async post({ body }) {
      if (manner === 'refusing') throw new Error('refused');
      if (manner === 'silent') await new Promise(() => {});
      if (manner === 200) {
        accepted.push(...(JSON.parse(body) as { events: [] }).events);
      }
      return { status: manner as number, headers: new Headers(), text: '' };
    },
  });
  const happen = () => {
    const event = { created_at: `${happened.length}` } as WebhookEvent;
    happened.push(event);
    courier.add(event);
  };
  for (const step of program) {
    if (typeof step === 'number') await time.pass(step);
    else if ('manner' in step) ({ manner } = step);
    else for (let count = 0; count < step.happens; count += 1) happen();
  }
  manner = 200;
  await time.pass(24 * hour);
  const isIdle = courier.isIdle();
  courier.stop();
  return { accepted, happened, given, isIdle };
}

describe('a courier', () => {
  it('tells everything once and in order, whatever the target does, until it gives up', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async program => {
        const { accepted, happened, given, isIdle } = await play(
          program,
          false
        );
        expect(isIdle).to.equal(true);
        expect(accepted).to.deep.equal(
          given ? happened.slice(0, accepted.length) : happened
        );
      }),
      propertyRuns
    );
  });

  it('tells everything once in any order where that is wished', async () => {
    const byTime = (a: WebhookEvent, b: WebhookEvent) =>
      Number(a.created_at) - Number(b.created_at);
    await fc.assert(
      fc.asyncProperty(steps, async program => {
        const { accepted, happened, given } = await play(program, true);
        const times = new Set(accepted.map(event => event.created_at));
        expect(times.size).to.equal(accepted.length);
        if (given > 0) return;
        expect([...accepted].sort(byTime)).to.deep.equal(happened);
      }),
      propertyRuns
    );
  });
});
