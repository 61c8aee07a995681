import { expect } from 'chai';
import {
  recordFailure,
  recordSuccess,
  waitingIn,
} from '../../../src/webhooks/queue/attempts.js';
import {
  keepGivenUpMs,
  prune,
  usualWindowMs,
} from '../../../src/webhooks/queue/prune.js';
import { startPruning } from '../../../src/webhooks/queue/start-pruning.js';
import { newest } from '../../../src/webhooks/queue/view.js';
import type { Store } from '../../../src/webhooks/store/open.js';
import { createClock } from '../support/clock.js';
import { memoryStore, put } from '../support/store.js';

const start = Date.UTC(2026, 0, 5);

/** A queue with one delivery that waits, one that is done, one given up. */
async function setUp() {
  const store = memoryStore();
  for (const id of ['waits', 'done', 'given up']) {
    await put(store, 'a', id, start);
  }
  const places = new Map(
    waitingIn(store, 'a', 10).map(({ id, place }) => [id, place])
  );
  const passed = { lane: 'a', now: start };
  await recordSuccess(store, { ...passed, places: [places.get('done')!] });
  const lost = [places.get('given up')!];
  await recordFailure(store, {
    ...passed,
    places: lost,
    reason: 'It is away.',
    givenUp: lost,
  });
  return store;
}

const ids = (store: Store): string[] =>
  newest(store, 5000)
    .map(({ id }) => id)
    .sort();

describe('Removing what is old', () => {
  it('leaves what waits, however old it is', async () => {
    const store = await setUp();
    await prune(store, start + 1000 * usualWindowMs);

    expect(ids(store)).to.deep.equal(['waits']);
    expect(waitingIn(store, 'a', 10)).to.have.lengthOf(1);
  });

  it('knows what Asana sends again for a day, and takes it as new afterwards', async () => {
    const store = await setUp();
    await prune(store, start + usualWindowMs);
    expect(await put(store, 'a', 'done', start)).to.equal(false);
    await prune(store, start + usualWindowMs + 1);

    expect(await put(store, 'a', 'done', start)).to.equal(true);
  });

  it('keeps for 30 days what was given up', async () => {
    const store = await setUp();
    await prune(store, start + keepGivenUpMs);
    expect(ids(store)).to.deep.equal(['given up', 'waits']);
    await prune(store, start + keepGivenUpMs + 1);

    expect(ids(store)).to.deep.equal(['waits']);
  });

  it('says whether there is more, and goes on soon with it', async () => {
    const store = memoryStore();
    await Promise.all(
      Array.from({ length: 1500 }, (_, id) => put(store, 'a', String(id)))
    );
    const places = waitingIn(store, 'a', 5000).map(({ place }) => place);
    await recordSuccess(store, { lane: 'a', places, now: start });
    const clock = createClock(start + 2 * usualWindowMs);
    const stop = startPruning(store, clock);
    await clock.pass(0);
    expect(ids(store)).to.have.lengthOf(500);
    await clock.pass(100);
    stop();

    expect(ids(store)).to.have.lengthOf(0);
  });

  it('is done every minute until it is stopped, also after it has failed', async () => {
    const store = await setUp();
    const clock = createClock(start + usualWindowMs - 90_000);
    const stop = startPruning(store, clock);
    store.db.exec(
      "CREATE TRIGGER full BEFORE DELETE ON deliveries BEGIN SELECT RAISE(ABORT, 'no'); END"
    );
    await clock.pass(2 * 60_000);
    expect(ids(store)).to.include('done');
    store.db.exec('DROP TRIGGER full');
    await clock.pass(60_000);
    expect(ids(store)).to.deep.equal(['given up', 'waits']);
    stop();
    await clock.pass(31 * usualWindowMs);

    expect(ids(store)).to.deep.equal(['given up', 'waits']);
  });
});
