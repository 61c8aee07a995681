import { expect } from 'chai';
import { latestGroups } from '../../src/pages/timeline/groups.js';
import { kindOf } from '../../src/pages/timeline/kind.js';
import { peakUse, usedAt } from '../../src/pages/timeline/quota-use.js';
import { toSlots } from '../../src/pages/timeline/slots.js';
import { timeline } from '../../src/pages/timeline/timeline.js';
import type { RecordedRequest } from '../../src/records.js';
import { textOf, sourceOf } from './page-text.js';

const request = (
  at: number,
  more: Partial<RecordedRequest> = {}
): RecordedRequest => ({
  method: 'POST',
  path: '/api/1.0/tasks',
  query: {},
  at,
  ms: 5,
  status: 201,
  ...more,
});
const refused = { status: 429, rateLimited: true };

describe('The timeline', () => {
  const show = (
    requests: readonly RecordedRequest[],
    { limit, path = '/' }: { limit?: number; path?: string } = {}
  ) =>
    timeline(
      {
        requests,
        quota: { requestsPerMinute: limit, minute: 60_000 },
        now: 61_000,
        visit: { path },
      },
      3
    );

  it('says that nothing has come yet', async () => {
    expect(await textOf(show([]))).to.include('No request has come yet.');
  });

  it('counts requests, refusals and faults, and what is used of the quota', async () => {
    const requests = [
      request(500),
      request(2000),
      request(3000, { fault: 'reset-after', status: undefined }),
      request(4000, refused),
      request(5000, { calls: 10, path: '/api/1.0/batch' }),
    ];
    const text = await textOf(show(requests, { limit: 150 }));

    expect(text).to.match(
      /Requests 5 Over the limit \(429\) 1 Faults 1 Calls in the last minute 13 of 150 /
    );
  });

  it('says where there is no quota', async () => {
    expect(await textOf(show([request(2000)]))).to.include(
      'Calls in the last minute 1 no quota'
    );
  });

  it('says in words what was refused, what met a fault and what was cut off', async () => {
    const text = await textOf(
      show([
        request(1000, refused),
        request(1200, { fault: 'reset-after', status: undefined }),
        request(2500, { status: undefined, ms: undefined }),
      ])
    );
    expect(text).to.match(
      /1\.5 s POST \/tasks under way 200 ms POST \/tasks cut off fault: reset-after 5 ms 0 ms POST \/tasks 429 over the limit 5 ms$/
    );
  });

  it('marks refusals and faults in the chart, and names them in its legend', async () => {
    const calm = await sourceOf(show([request(1000)]));
    const rough = await sourceOf(
      show([request(1000, refused), request(1001, { fault: 'hang' })])
    );

    for (const kind of ['kind-refused', 'kind-fault']) {
      expect(calm).not.to.include(kind);
      expect(rough).to.match(new RegExp(`<rect\\s+class="${kind}"`));
      expect(rough).to.include(`class="swatch ${kind}"`);
    }
  });

  it('leads to the requests that it leaves out, unless it is their own page', async () => {
    const many = Array.from({ length: 6 }, (_, at) =>
      request(at, { path: `/api/1.0/kind${at}` })
    );
    expect(await sourceOf(show(many))).to.match(
      /<a href="\/requests"\s*>and 3 requests before/
    );
    expect(await textOf(show(many, { path: '/requests' }))).to.match(
      /and 3 requests before$/
    );
  });

  it('takes in 100,000 requests in well under a second', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => request(at));
    const started = performance.now();
    await textOf(show(many, { limit: 1500 }));
    expect(performance.now() - started).to.be.below(1000);
  });
});

describe('The slots of the timeline', () => {
  it('cover every request from the first to the last one', () => {
    const requests = [0, 10, 4999, 5000, 90_000].map(at => request(at));
    const { slots, width } = toSlots(requests);

    expect(slots.flatMap(slot => slot.requests)).to.deep.equal(requests);
    expect(width * slots.length).to.be.above(90_000);
    for (const { start, requests } of slots)
      for (const { at } of requests)
        expect(at).to.be.within(start, start + width - 1);
  });

  it('are never too many to see, however long it takes', () => {
    for (const hours of [0, 1, 24, 24 * 365]) {
      const { slots } = toSlots([request(0), request(hours * 3_600_000)]);
      expect(slots.length).to.be.within(1, 90);
    }
  });

  it('keep a request that comes after the clock was set back', () => {
    const requests = [request(1000), request(400)];
    expect(
      toSlots(requests).slots.flatMap(slot => slot.requests)
    ).to.have.length(2);
  });
});

describe('The use of the quota', () => {
  it('forgets a call after a minute, and counts every call of a batch', () => {
    const requests = [request(0), request(1000, { calls: 10 }), request(2000)];
    expect(usedAt(requests, 60_000, 2000)).to.equal(12);
    expect(usedAt(requests, 60_000, 60_000)).to.equal(11);
    expect(usedAt(requests, 60_000, 61_000)).to.equal(1);
  });

  it('has the peak of each slot, of the calls before it too', () => {
    const requests = [0, 10, 20, 900, 2500].map(at => request(at));
    const slots = [0, 500, 1000, 1500, 2000, 2500].map(start => ({
      start,
      requests: requests.filter(({ at }) => at >= start && at < start + 500),
    }));
    expect(peakUse(slots, 1000)).to.deep.equal([3, 4, 3, 1, 0, 1]);
  });
});

describe('A request of the timeline', () => {
  const kinds: [string, Partial<RecordedRequest>, string][] = [
    ['a read', { method: 'GET', status: 200 }, 'read'],
    ['a write', {}, 'write'],
    ["KoboToolbox's", { path: '/api/v2/assets/', status: 200 }, 'kobo'],
    ['refused for a limit', refused, 'refused'],
    ['answered with an error', { status: 404 }, 'failed'],
    ['cut off', { status: undefined }, 'failed'],
    ['under way', { status: undefined, ms: undefined }, 'write'],
  ];
  for (const [what, more, kind] of kinds) {
    it(`is "${kind}" if it is ${what}`, () => {
      expect(kindOf(request(0, more))).to.equal(kind);
    });
  }
});

describe('The latest requests', () => {
  it('are one line where the same happened several times', () => {
    const { groups, earlier } = latestGroups(
      [
        request(0, { path: '/api/1.0/tasks/1200000000000041', ms: 9 }),
        request(1, { path: '/api/1.0/tasks/1200000000000042', ms: 3 }),
        request(2, refused),
        request(3),
      ],
      9
    );
    expect(
      groups.map(({ route, count, ms, first }) => [route, count, ms, first.at])
    ).to.deep.equal([
      ['/tasks', 1, 5, 3],
      ['/tasks', 1, 5, 2],
      ['/tasks/…', 2, 9, 0],
    ]);
    expect(earlier).to.equal(0);
  });
});
