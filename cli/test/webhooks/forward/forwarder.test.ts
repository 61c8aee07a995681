import { expect } from 'chai';
import fc from 'fast-check';
import {
  createForwarder,
  type ForwarderOptions,
  type Send,
} from '../../../src/webhooks/forward/forwarder.js';
import type { Outcome } from '../../../src/webhooks/forward/outcome.js';
import { discard, putBack } from '../../../src/webhooks/queue/given-up.js';
import {
  failingLanes,
  givenUp,
  totals,
} from '../../../src/webhooks/queue/view.js';
import { propertyRuns } from '../../../../test/property/runs.js';
import { createClock, settle } from '../support/clock.js';
import { memoryStore, put } from '../support/store.js';

const minute = 60_000;
const hour = 60 * minute;
const done: Outcome = { kind: 'done' };
const failed: Outcome = { kind: 'failed', reason: 'It is away.' };
const refused: Outcome = { ...failed, isRefused: true };

function setUp(send: Send, more: Partial<ForwarderOptions> = {}) {
  const clock = createClock();
  const store = more.store ?? memoryStore();
  const lines: string[] = [];
  const sent: string[][] = [];
  const forwarder = createForwarder({
    store,
    send: (batch, signal) => {
      sent.push(batch.map(({ id }) => id));
      return send(batch, signal);
    },
    now: clock.now,
    steady: clock.now,
    after: clock.after,
    random: () => 0,
    log: line => lines.push(line),
    width: 4,
    deadAfterMs: 24 * hour,
    ...more,
  });
  const add = (lane: string, id: string, body?: string) =>
    put(store, lane, id, clock.now(), body);
  const isEmpty = () => totals(store).waiting === 0;
  return { clock, store, lines, sent, forwarder, add, isEmpty };
}

describe('The forwarder', () => {
  it('hands on what waited before it started, in order and together', async () => {
    const { forwarder, add, sent, clock, isEmpty } = setUp(async () => done);
    for (const id of ['1', '2', '3']) await add('a', id);
    forwarder.wake();
    await clock.runUntil(isEmpty);

    expect(sent).to.deep.equal([['1', '2', '3']]);
  });

  it('tries the very same again before anything that came later', async () => {
    const outcomes = [failed, failed, done, done];
    const { forwarder, add, sent, clock, isEmpty, lines } = setUp(async () =>
      outcomes.shift()!
    );
    await add('a', '1');
    forwarder.wake('a');
    await settle();
    await add('a', '2');
    await clock.runUntil(isEmpty);

    expect(sent).to.deep.equal([['1'], ['1'], ['1'], ['2']]);
    expect(lines).to.deep.equal([
      'Resource a does not get through. It is away. It is tried again until it does, or is given up.',
      'Resource a gets through again.',
    ]);
  });

  it('waits twice as long after each failure, and as long as it is asked to', async () => {
    const outcomes = [
      failed,
      failed,
      { ...failed, retryAfterMs: 60_000 },
      done,
    ];
    const times: number[] = [];
    const { forwarder, add, clock, isEmpty } = setUp(async () => {
      times.push(clock.now());
      return outcomes.shift() as Outcome;
    });
    await add('a', '1');
    forwarder.wake();
    await clock.runUntil(isEmpty);

    expect(times.map(time => time - times[0]!)).to.deep.equal([
      0, 1000, 3000, 63_000,
    ]);
  });

  it('goes on with the other lanes while one fails', async () => {
    const { forwarder, add, sent, clock, store } = setUp(async ([first]) =>
      first!.lane === 'a' ? failed : done
    );
    await add('a', 'a1');
    await add('b', 'b1');
    forwarder.wake();
    await clock.runUntil(() => totals(store).waiting === 1);

    expect(sent).to.deep.include(['b1']);
    expect(failingLanes(store, 10)).to.have.lengthOf(1);
  });

  it('tries the others soon when one lane gets through again', async () => {
    let outcome: Outcome = failed;
    const { forwarder, add, sent, clock, isEmpty } = setUp(async () => outcome);
    for (const lane of ['a', 'b', 'c']) await add(lane, lane);
    forwarder.wake();
    await clock.pass(20 * minute);
    const attempts = sent.length;
    await clock.runUntil(() => sent.length === attempts + 3);
    outcome = done;
    forwarder.hurry('b');
    const start = clock.now();
    await clock.runUntil(isEmpty);

    expect(clock.now() - start).to.be.at.most(10_000);
  });

  it('leaves alone who has asked for it, although another gets through', async () => {
    const { forwarder, add, sent, clock } = setUp(async ([first]) =>
      first!.lane === 'a' ? { ...failed, retryAfterMs: hour } : done
    );
    await add('a', 'a');
    forwarder.wake();
    await settle();
    await add('b', 'b');
    await clock.pass(10 * minute);

    expect(sent).to.deep.equal([['a'], ['b']]);
  });

  it('works on as many lanes at a time as it is wide, each by itself', async () => {
    const open: (() => void)[] = [];
    let [now, most] = [0, 0];
    const { forwarder, add, clock, isEmpty } = setUp(
      async () => {
        most = Math.max(most, (now += 1));
        await new Promise<void>(resolve => open.push(resolve));
        now -= 1;
        return done;
      },
      { width: 2 }
    );
    for (const lane of ['a', 'b', 'c']) await add(lane, lane);
    forwarder.wake();
    await clock.runUntil(() => {
      open.splice(0).forEach(end => end());
      return isEmpty();
    });

    expect(most).to.equal(2);
  });

  it('finds what another process has put into the queue', async () => {
    const { forwarder, add, clock, sent } = setUp(async () => done);
    forwarder.wake();
    await add('a', '1');
    await clock.pass(1000);

    expect(sent).to.deep.equal([['1']]);
  });

  it('finds the one delivery that is refused, and lets the others through', async () => {
    const { forwarder, add, clock, store } = setUp(async batch =>
      batch.some(({ id }) => id === '3') ? refused : done
    );
    for (const id of ['1', '2', '3', '4', '5']) await add('a', id);
    forwarder.wake();
    await clock.pass(hour / 2);
    expect(totals(store)).to.include({ waiting: 3, givenUp: 0 });
    await clock.pass(hour);

    expect(totals(store)).to.include({ waiting: 0, givenUp: 1 });
    expect(givenUp(store, 10).map(({ id }) => id)).to.deep.equal(['3']);
  });

  it('gives up the one delivery that never gets through, and none that came with it', async () => {
    const { forwarder, add, clock, store } = setUp(
      async batch => (batch.some(({ id }) => id === 'p') ? failed : done),
      { deadAfterMs: 2 * hour }
    );
    for (const id of ['x0', 'p', 'x1', 'x2', 'x3']) await add('a', id);
    forwarder.wake();
    await clock.pass(110 * minute);
    expect(totals(store)).to.include({ waiting: 4, givenUp: 0 });
    await clock.pass(15 * minute);

    expect(totals(store)).to.include({ waiting: 0, givenUp: 1 });
    expect(givenUp(store, 10).map(({ id }) => id)).to.deep.equal(['p']);
  });

  it('gives it up after an hour while other lanes get through, but not the next one', async () => {
    const { forwarder, add, clock, store } = setUp(async ([first]) =>
      first!.lane === 'a' ? failed : done
    );
    for (const id of ['p', 'q']) await add('a', id);
    forwarder.wake();
    for (let minutes = 0; minutes < 180; minutes += 5) {
      await add('b', `b${minutes}`);
      forwarder.wake('b');
      await clock.pass(5 * minute);
      if (minutes === 50) expect(totals(store).givenUp).to.equal(0);
    }

    expect(givenUp(store, 10).map(({ id }) => id)).to.deep.equal(['p']);
  });

  it('gives up nothing early while nothing at all gets through', async () => {
    let outcome: Outcome = done;
    const { forwarder, add, clock, store, isEmpty } = setUp(
      async () => outcome,
      { deadAfterMs: 2 * hour }
    );
    await add('b', 'b0');
    forwarder.wake();
    await clock.runUntil(isEmpty);
    outcome = failed;
    for (const lane of ['a', 'b', 'c']) await add(lane, `${lane}1`);
    forwarder.wake();
    await clock.pass(115 * minute);
    expect(totals(store)).to.include({ waiting: 3, givenUp: 0 });
    outcome = done;
    await clock.pass(minute);

    expect(isEmpty()).to.equal(true);
  });

  it('gives up nothing at once that nobody tried for a day', async () => {
    const { forwarder, add, clock, store } = setUp(async () => failed);
    await add('a', '1');
    forwarder.wake();
    await clock.pass(minute);
    await forwarder.stop(0);
    await clock.pass(25 * hour);
    const again = setUp(async () => failed, {
      store,
      now: clock.now,
      steady: clock.now,
      after: clock.after,
    });
    again.forwarder.wake();
    await clock.pass(hour / 2);
    expect(totals(store)).to.include({ waiting: 1, givenUp: 0 });
    await clock.pass(hour);

    expect(totals(store)).to.include({ waiting: 0, givenUp: 1 });
  });

  for (const [what, jump] of [
    ['is put back by a day', -24 * hour],
    ['is put forward by two days', 48 * hour],
  ] as const) {
    it(`tries again in time, and gives up nothing early, when the clock ${what}`, async () => {
      const outcomes: Outcome[] = Array.from({ length: 20 }, () => failed);
      let skew = 0;
      const clock = createClock();
      const { forwarder, add, sent, store } = setUp(
        async () => outcomes.shift() ?? done,
        {
          steady: clock.now,
          after: clock.after,
          now: () => clock.now() + skew,
        }
      );
      await add('a', '1');
      forwarder.wake();
      await clock.pass(5 * minute);
      const attempts = sent.length;
      skew = jump;
      await clock.pass(minute);
      expect(sent.length - attempts).to.be.within(1, 3);
      const next = forwarder.nextAttempt('a')! - (clock.now() + skew);
      expect(next).to.be.within(0, 30_000);
      await clock.pass(10 * minute);

      expect(totals(store)).to.include({ waiting: 0, givenUp: 0 });
    });
  }

  it('shows a lane as failing only while something of it waits', async () => {
    const { forwarder, add, clock, store } = setUp(async () => failed, {
      deadAfterMs: minute,
    });
    await add('a', '1');
    forwarder.wake();
    await settle();
    expect(failingLanes(store, 10)).to.have.lengthOf(1);
    await clock.runUntil(() => totals(store).givenUp === 1);

    expect(failingLanes(store, 10)).to.deep.equal([]);
  });

  it('gives up after the stated time, says so, and goes on', async () => {
    const { forwarder, add, clock, store, lines } = setUp(async () => failed, {
      deadAfterMs: 20 * minute,
    });
    await add('a', '1');
    forwarder.wake();
    await clock.pass(12 * minute);
    await add('a', '2');
    await clock.pass(13 * minute);

    expect(givenUp(store, 10).map(({ id }) => id)).to.deep.equal(['1']);
    expect(totals(store).waiting).to.equal(1);
    expect(lines.at(-1)).to.equal(
      'Resource a: 1 of its deliveries is given up. It is away. The page has a button that tries it again.'
    );
  });

  it('tries again what was given up when somebody asks for it', async () => {
    let outcome: Outcome = failed;
    const { forwarder, add, clock, store, isEmpty } = setUp(
      async () => outcome,
      { deadAfterMs: minute }
    );
    await add('a', '1');
    await add('b', '2');
    forwarder.wake();
    await clock.runUntil(() => totals(store).givenUp === 2);
    outcome = done;
    const [one, other] = givenUp(store, 10);
    expect(await putBack(store, one!.place, clock.now())).to.equal(true);
    expect(await discard(store, other!.place)).to.equal(true);
    forwarder.wake();
    await clock.runUntil(isEmpty);

    expect(totals(store)).to.include({ waiting: 0, givenUp: 0 });
  });

  it('tries now what was to wait, when somebody asks for it', async () => {
    const outcomes = [failed, done];
    const { forwarder, add, sent } = setUp(async () => outcomes.shift()!);
    await add('a', '1');
    forwarder.wake();
    await settle();
    expect(sent).to.have.lengthOf(1);
    forwarder.hurry('a');
    await settle();

    expect(sent).to.have.lengthOf(2);
  });

  it('finishes what is under way when it is stopped, and begins nothing', async () => {
    let end = () => {};
    const { forwarder, add, sent, store } = setUp(
      () => new Promise(resolve => (end = () => resolve(done))),
      { width: 1 }
    );
    await add('a', '1');
    await add('b', '2');
    forwarder.wake();
    const stopped = forwarder.stop(1000);
    end();
    await stopped;

    expect(sent).to.deep.equal([['1']]);
    expect(totals(store).waiting).to.equal(1);
  });

  it('calls off what takes too long to finish, and keeps it', async () => {
    const { forwarder, add, clock, store } = setUp(
      (_, signal) =>
        new Promise(resolve =>
          signal.addEventListener('abort', () => resolve(failed))
        )
    );
    await add('a', '1');
    forwarder.wake();
    const stopped = forwarder.stop(1000);
    await clock.pass(1000);
    await stopped;

    expect(totals(store)).to.include({ waiting: 1, givenUp: 0 });
  });

  it('sends again what it could not write down as sent', async () => {
    const { forwarder, add, clock, store, sent, isEmpty, lines } = setUp(
      async () => done
    );
    await add('a', '1');
    store.db.exec(
      "CREATE TRIGGER full BEFORE UPDATE ON deliveries BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    );
    forwarder.wake();
    await clock.runUntil(() => lines.length > 0);
    store.db.exec('DROP TRIGGER full');
    await clock.runUntil(isEmpty);

    expect(sent).to.deep.equal([['1'], ['1']]);
    expect(lines[0]).to.match(/^The database fails \(\w+\)/);
  });

  it('delivers everything in the order of its lane, whatever fails', async () => {
    const store = memoryStore();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c'), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.array(fc.constantFrom(done, failed, refused), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (order, outcomes, deliveries) => {
          const arrived: string[] = [];
          const busy = new Set<string>();
          const { forwarder, add, clock, isEmpty } = setUp(
            async batch => {
              const { lane } = batch[0]!;
              expect(busy.has(lane)).to.equal(false);
              busy.add(lane);
              await new Promise(resolve => setImmediate(resolve));
              busy.delete(lane);
              const outcome = outcomes.shift() ?? done;
              if (outcome.kind === 'done') {
                arrived.push(...batch.map(({ id }) => id));
              }
              return outcome;
            },
            { store, width: 2, limits: { deliveries, bytes: 60 } }
          );
          forwarder.wake();
          for (const [index, lane] of order.entries()) {
            await add(lane, `${lane}${index}`);
            forwarder.wake(lane);
          }
          await clock.runUntil(isEmpty);
          store.db.exec('DELETE FROM deliveries; DELETE FROM lanes');

          for (const lane of ['a', 'b', 'c']) {
            const expected = order.flatMap((name, index) =>
              name === lane ? [`${lane}${index}`] : []
            );
            expect(arrived.filter(id => id.startsWith(lane))).to.deep.equal(
              expected
            );
          }
        }
      ),
      propertyRuns
    );
  }).timeout(60_000);
});
