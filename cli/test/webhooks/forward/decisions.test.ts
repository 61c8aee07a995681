import { expect } from 'chai';
import fc from 'fast-check';
import { backOffMs } from '../../../src/webhooks/forward/back-off.js';
import { firstBatch } from '../../../src/webhooks/forward/batch.js';
import { countAlone } from '../../../src/webhooks/forward/count-alone.js';
import { isGivenUp, type Trial } from '../../../src/webhooks/forward/fate.js';
import type { Alone } from '../../../src/webhooks/forward/lanes.js';
import { judgeAnswer } from '../../../src/webhooks/forward/outcome.js';
import { keyOf, toPayload } from '../../../src/webhooks/forward/payload.js';
import { propertyRuns } from '../../../../test/property/runs.js';
import { waiting } from '../support/waiting.js';

const hour = 60 * 60_000;
const now = Date.UTC(2026, 0, 5, 12);

describe('What an answer of the receiver means', () => {
  const judge = (status: number, retryAfter?: string) =>
    judgeAnswer(
      {
        status,
        headers: new Headers(retryAfter ? { 'retry-after': retryAfter } : {}),
      },
      now
    );

  for (const status of [200, 201, 202, 204]) {
    it(`is that it has arrived: ${status}`, () => {
      expect(judge(status)).to.deep.equal({ kind: 'done' });
    });
  }

  for (const status of [
    301, 307, 401, 403, 404, 408, 410, 425, 429, 500, 503,
  ]) {
    it(`is that it is tried again, whatever is sent: ${status}`, () => {
      expect(judge(status)).to.include({ kind: 'failed' });
      expect(judge(status)).not.to.have.property('isRefused');
    });
  }

  for (const status of [400, 413, 415, 422]) {
    it(`is that the receiver will not have this content: ${status}`, () => {
      expect(judge(status)).to.include({ kind: 'failed', isRefused: true });
    });
  }

  for (const [status, given, wait] of [
    [429, '30', 30_000],
    [503, 'Mon, 05 Jan 2026 12:01:00 GMT', 60_000],
    [503, 'Mon, 05 Jan 2026 11:00:00 GMT', 0],
    [429, '999999999', hour],
    [429, 'soon', undefined],
    [500, '30', undefined],
  ] as const) {
    it(`says how long to wait: ${status} with "${given}"`, () => {
      expect(judge(status, given)).to.have.property('kind', 'failed');
      const outcome = judge(status, given) as { retryAfterMs?: number };
      expect(outcome.retryAfterMs).to.equal(wait);
    });
  }
});

describe('How long a lane waits after a failure', () => {
  it('is twice as long each time, up to half a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 1000].map(failures =>
      backOffMs({ failures }, () => 0)
    );
    expect(waits).to.deep.equal([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });

  it('is by chance up to half of it less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, chance) => {
          const longest = backOffMs({ failures }, () => 0);
          const wait = backOffMs({ failures }, () => chance);
          return wait <= longest && wait >= longest / 2;
        }
      ),
      propertyRuns
    );
  });

  it('is never shorter than the receiver asks for', () => {
    const wait = { failures: 1, retryAfterMs: 90_000 };
    expect(backOffMs(wait, () => 0.5)).to.equal(90_000);
  });
});

describe('A delivery that failed', () => {
  const trial: Trial = {
    together: 1,
    aloneFailures: 100,
    aloneMs: 24 * hour,
    provenMs: 0,
    isLaneDoubted: false,
    laneMs: 24 * hour,
    waitedMs: 24 * hour,
  };
  const decide = (change: Partial<Trial>, isRefused = false) =>
    isGivenUp({ ...trial, ...change }, { isRefused }, 24 * hour);

  it('is given up when it has waited for 24 hours in vain', () => {
    expect(decide({})).to.equal(true);
    expect(decide({ waitedMs: 24 * hour - 1 })).to.equal(false);
  });

  it('is not given up for the time in which its lane got through', () => {
    expect(decide({ laneMs: 24 * hour - 1 })).to.equal(false);
  });

  it('is not given up before it has failed five times by itself', () => {
    expect(decide({ aloneFailures: 4 })).to.equal(false);
    expect(decide({ aloneFailures: 5 })).to.equal(true);
    expect(decide({ together: 2 })).to.equal(false);
  });

  const anHour = { waitedMs: hour, laneMs: hour, aloneMs: hour };

  it('is given up after an hour when the receiver refuses this very one', () => {
    expect(decide(anHour)).to.equal(false);
    expect(decide(anHour, true)).to.equal(true);
    expect(decide({ ...anHour, together: 2 }, true)).to.equal(false);
    expect(decide({ ...anHour, aloneMs: hour - 1 }, true)).to.equal(false);
  });

  it('is given up after an hour in which the receiver took what others sent', () => {
    const proven = { ...anHour, provenMs: hour };
    expect(decide(proven)).to.equal(true);
    expect(decide({ ...proven, provenMs: hour - 1 })).to.equal(false);
    expect(decide({ ...proven, isLaneDoubted: true })).to.equal(false);
    expect(decide({ ...proven, aloneFailures: 4 })).to.equal(false);
  });
});

describe('The failures of one delivery by itself', () => {
  const count = (passedAt?: number) =>
    [0, 30, 60, 90].reduce<Alone | undefined>(
      (before, at) =>
        countAlone(before, { place: 1 }, { at, passedAt, provenForMs: 40 }),
      undefined
    );

  it('are counted, with the time since something else got through', () => {
    expect(count(25)).to.deep.equal({
      ...{ place: 1, since: 0, at: 90, failures: 4 },
      provenMs: 60,
    });
    expect(count()).to.have.property('provenMs', 0);
  });

  it('are not those of the one before', () => {
    const next = countAlone(
      count(25),
      { place: 2 },
      { at: 100, passedAt: 95, provenForMs: 40 }
    );
    expect(next).to.include({ since: 100, failures: 1, provenMs: 0 });
  });
});

describe('What goes together', () => {
  const limits = { deliveries: 3, bytes: 100 };
  const take = (...bodies: string[]) =>
    firstBatch(
      bodies.map(body => waiting(body)),
      limits
    ).length;
  const events = (length: number) => `{"events":[${' '.repeat(length - 13)}]}`;
  const catchUp = '{"kind":"catch-up","changed":["1"]}';

  it('is as much as the limits allow', () => {
    expect(take()).to.equal(0);
    expect(take(events(20), events(20))).to.equal(2);
    expect(take(events(20), events(20), events(20), events(20))).to.equal(3);
    expect(take(events(50), events(50))).to.equal(2);
    expect(take(events(50), events(51))).to.equal(1);
  });

  it('is one delivery at least, however long', () => {
    expect(take(events(500), events(20))).to.equal(1);
  });

  it('is a catch-up by itself', () => {
    expect(take(events(20), catchUp, events(20))).to.equal(1);
    expect(take(catchUp, events(20))).to.equal(1);
  });
});

describe('What a receiver gets', () => {
  it('has all events in their order, and the deliveries they came in', () => {
    const batch = [
      waiting('{"events":[{"n":1},{"n":2}]}', 0, now),
      waiting('{"events":[{"n":3}]}', 1, now),
    ];
    expect(toPayload(batch)).to.deep.equal({
      resource: '12',
      events: [{ n: 1 }, { n: 2 }, { n: 3 }],
      deliveries: [
        {
          id: 'id-0',
          hook: 'h',
          receivedAt: '2026-01-05T12:00:00.000Z',
          events: 2,
        },
        {
          id: 'id-1',
          hook: 'h',
          receivedAt: '2026-01-05T12:00:00.000Z',
          events: 1,
        },
      ],
    });
  });

  it('has what a catch-up found, and no events', () => {
    const body = {
      kind: 'catch-up',
      changed: ['1'],
      deleted: [],
      isFullRead: false,
    };
    const payload = toPayload([waiting(JSON.stringify(body))]);
    expect(payload).to.deep.include({ events: [], catchUp: body });
  });

  it('has a key by which a repetition is known', () => {
    const [a, b] = [waiting('{}', 0), waiting('{}', 1)];
    expect(keyOf([a, b]))
      .to.equal(keyOf([a, b]))
      .and.match(/^[0-9a-f]{32}$/);
    expect(new Set([keyOf([a]), keyOf([b]), keyOf([a, b])])).to.have.lengthOf(
      3
    );
  });
});
