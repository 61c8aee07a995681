import { expect } from 'chai';
import fc from 'fast-check';
import lodash from 'lodash';
import {
  quotaShapes,
  type QuotaShape,
} from '../../sandbox/src/limits/quota.js';
import { costOf, type Cost, type HttpRequest } from '../../src/http/layer.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { createThrottle } from '../../src/http/throttle.js';
import type { HttpResponse } from '../../src/types.js';
import { virtualTime } from '../support/virtual-time.js';
import { propertyRuns } from './runs.js';

const minute = 60_000;

/** https://developers.asana.com/docs/rate-limits */
const most = { reads: 50, writes: 15, jobs: 5, searches: 60 };

/** As many as the client makes: `mostRefusals` in retry-decision.ts. */
const mostAttempts = 30;

type Kind = 'read' | 'write' | 'job' | 'search' | 'batch';

interface Arrival {
  readonly kind: Kind;
  /** After the one before, in milliseconds. */
  readonly after: number;
  /** The actions of a batch. */
  readonly size: number;
  /** Whether its first attempt ends without an answer. */
  readonly breaks: boolean;
}

interface Scenario {
  readonly shape: QuotaShape;
  readonly perMinute: number;
  readonly start: number;
  /** In milliseconds; a single one takes up to half as long again, or less. */
  readonly latency: number;
  readonly arrivals: readonly Arrival[];
  /** Whether a 429 says how long to wait. */
  readonly saysHowLong: boolean;
  /** The share of the quota that another program with the token uses. */
  readonly others: number;
  readonly hint: number | undefined;
  readonly seed: number;
}

const arrival: fc.Arbitrary<Arrival> = fc.record({
  kind: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Kind>('write') },
    { weight: 4, arbitrary: fc.constant<Kind>('read') },
    fc.constantFrom<Kind>('job', 'search', 'batch')
  ),
  after: fc.oneof(
    { weight: 40, arbitrary: fc.constant(0) },
    { weight: 10, arbitrary: fc.nat({ max: 40 }) },
    fc.nat({ max: 90_000 })
  ),
  size: fc.integer({ min: 1, max: 10 }),
  breaks: fc.integer({ min: 1, max: 20 }).map(number => number === 20),
});

const scenario: fc.Arbitrary<Scenario> = fc.record({
  shape: fc.constantFrom<QuotaShape>('sliding', 'fixed', 'bucket'),
  perMinute: fc.oneof(
    fc.constantFrom(150, 1500),
    fc.integer({ min: 100, max: 2000 })
  ),
  start: fc.nat({ max: minute }),
  latency: fc.integer({ min: 2, max: 400 }),
  arrivals: fc.array(arrival, { minLength: 1, maxLength: 400, size: 'max' }),
  saysHowLong: fc.constantFrom(true, true, true, false),
  others: fc.constantFrom(0, 0, 0, 0.1, 0.4),
  hint: fc.constantFrom(undefined, undefined, undefined, 100),
  seed: fc.nat(),
});

const requestOf = ({ kind, size }: Arrival, perMinute: number): HttpRequest => {
  // Asana refuses a batch as a whole: one as large as a bucket's whole store
  // would depend on luck, and no plan of Asana's is so small.
  const actions = Math.min(size, Math.floor(perMinute / 20));
  switch (kind) {
    case 'read':
      return { method: 'GET', path: '/tasks/1' };
    case 'write':
      return { method: 'POST', path: '/tasks' };
    case 'job':
      return {
        method: 'POST',
        path: '/tasks/1/duplicate',
        cost: { reads: 0, writes: 1, startsJob: true },
      };
    case 'search':
      return {
        method: 'GET',
        path: '/workspaces/1/tasks/search',
        cost: { reads: 1, writes: 0, isSearch: true },
      };
    case 'batch':
      return {
        method: 'POST',
        path: '/batch',
        cost: {
          reads: Math.floor(actions / 2),
          writes: Math.ceil(actions / 2),
        },
      };
  }
};

/** A repeatable source of chance. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Limits of Asana as they look from there: what is under way, and the quota. */
function createServer(given: Scenario, time: ReturnType<typeof virtualTime>) {
  const { shape, perMinute, latency, saysHowLong, seed } = given;
  const random = chance(seed);
  const quota = quotaShapes[shape](perMinute, minute);
  const underWay = { reads: 0, writes: 0, jobs: 0 };
  const searchTimes: number[] = [];
  const stats = { accepted: 0, rejected: 0 };
  /** What a search is told says nothing to others; what they are told, does. */
  const silentUntil = { others: -Infinity, searches: -Infinity };
  const halfWay = () => time.sleep((latency / 2) * (0.5 + random()));

  const change = ({ reads, writes, startsJob }: Cost, sign: 1 | -1): void => {
    underWay.reads += sign * reads;
    underWay.writes += sign * writes;
    underWay.jobs += sign * Number(startsJob ?? false);
  };

  async function answer(cost: Cost, breaks: boolean): Promise<HttpResponse> {
    const weight = cost.reads + cost.writes;
    const said = 'sends nothing while Asana wants silence';
    expect(time.now(), said).to.be.least(silentUntil.others);
    if (cost.isSearch) {
      expect(time.now(), said).to.be.least(silentUntil.searches);
      searchTimes.push(time.now());
    }
    change(cost, 1);
    for (const pool of ['reads', 'writes', 'jobs'] as const) {
      expect(underWay[pool], pool).to.be.at.most(most[pool]);
    }
    await halfWay();
    const wait = quota.take(time.now(), weight);
    await halfWay();
    change(cost, -1);
    if (breaks) throw new NetworkFailure('reset');
    if (wait === 0) {
      stats.accepted += weight;
      return { statusCode: 200, headers: {} } as HttpResponse;
    }
    stats.rejected += weight;
    const seconds = Math.ceil(wait / 1000);
    if (saysHowLong) {
      const whose = cost.isSearch ? 'searches' : 'others';
      silentUntil[whose] = Math.max(
        silentUntil[whose],
        time.now() + seconds * 1000
      );
    }
    return {
      statusCode: 429,
      headers: saysHowLong ? { 'retry-after': String(seconds) } : {},
    } as HttpResponse;
  }

  return {
    answer,
    stats,
    searchTimes,
    takeForOthers: () => quota.take(time.now(), 1),
  };
}

const laneOf = ({ isSearch, startsJob, writes }: Cost): string =>
  isSearch ? 'searches' : startsJob ? 'jobs' : writes > 0 ? 'writes' : 'reads';

async function run(given: Scenario) {
  const random = chance(given.seed + 1);
  const time = virtualTime(given.start, random);
  const server = createServer(given, time);
  const departures: Record<string, number[]> = {};
  const order = new Map<HttpRequest, number>();
  const broken = new Set<HttpRequest>();

  const throttled = createThrottle(
    time,
    { requestsPerMinute: given.hint },
    () => {}
  )(request => {
    const cost = costOf(request);
    const place = order.get(request);
    if (place !== undefined) {
      (departures[laneOf(cost)] ??= []).push(place);
      order.delete(request);
    }
    return server.answer(cost, broken.delete(request));
  });

  const one = async (request: HttpRequest): Promise<void> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      try {
        const { statusCode } = await throttled(request);
        if (statusCode !== 429) return;
      } catch (error) {
        if (!(error instanceof NetworkFailure)) throw error;
      }
    }
    throw new Error('It never gets through.');
  };

  let isDone = false;
  const others = async (): Promise<void> => {
    const perMinute = given.others * given.perMinute;
    while (perMinute > 0 && !isDone) {
      await time.sleep((minute / perMinute) * 2 * random());
      server.takeForOthers();
    }
  };

  const all = async (): Promise<void> => {
    const pending: Promise<void>[] = [];
    for (const [place, each] of given.arrivals.entries()) {
      if (each.after > 0) await time.sleep(each.after);
      const request = requestOf(each, given.perMinute);
      order.set(request, place);
      if (each.breaks) broken.add(request);
      pending.push(one(request));
    }
    await Promise.all(pending);
  };

  void others();
  await time.run(all());
  isDone = true;
  return { ...server, departures, seconds: (time.now() - given.start) / 1000 };
}

describe('the throttle, whatever is asked of it', () => {
  it('lets everything through, in order, within the limits, silent when told to be', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async given => {
        const { departures, searchTimes, stats, seconds } = await run(given);
        for (const [lane, places] of Object.entries(departures)) {
          const sorted = [...places].sort((a, b) => a - b);
          expect(places, `order of ${lane}`).to.eql(sorted);
        }
        searchTimes.forEach((first, index) => {
          const next = searchTimes[index + most.searches];
          if (next !== undefined) expect(next - first).to.be.least(minute);
        });
        // Nothing is promised to who shares the token or is told nothing.
        if (given.others > 0 || !given.saysHowLong) return;
        const { perMinute, arrivals, hint = perMinute } = given;
        const last = lodash.sumBy(arrivals, ({ after }) => after) / 1000;
        const perSecond = Math.min(perMinute, hint) / 60;
        const needed = stats.accepted / perSecond + searchTimes.length;
        expect(seconds, 'nobody waits for ever').to.be.below(
          last + 2 * needed + 600
        );
      }),
      propertyRuns
    );
  }).timeout(600_000);
});
