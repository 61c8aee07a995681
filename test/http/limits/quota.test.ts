import { expect } from 'chai';
import {
  quotaShapes,
  type QuotaShape,
} from '../../../sandbox/src/limits/quota.js';
import { createThrottle } from '../../../src/http/throttle.js';
import type { HttpResponse } from '../../../src/types.js';
import { virtualTime } from '../../support/virtual-time.js';

/** A repeatable source of chance, for the latency. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface Setting {
  readonly shape: QuotaShape;
  readonly perMinute: number;
  readonly requests: number;
  readonly start: number;
  readonly latency?: number;
  readonly header?: boolean;
  /** How much longer or shorter the latency may be, as a share of it. */
  readonly jitter?: number;
  /** What the first requests take besides, for their connections. */
  readonly cold?: number;
  /** The requests per minute of another program with the same token. */
  readonly others?: number;
}

/** Writes against a quota in virtual time: what a real run does in minutes. */
async function write(setting: Setting) {
  const { shape, perMinute, requests, start, latency = 20 } = setting;
  const { jitter = 0.2, cold = 0, others = 0 } = setting;
  const random = chance(start + perMinute);
  const time = virtualTime(start, random);
  const quota = quotaShapes[shape](perMinute, 60_000);
  const halfWay = (more: number) =>
    time.sleep((latency / 2) * (1 - jitter + 2 * jitter * random()) + more / 2);
  let sent = 0;
  let rejected = 0;
  const throttled = createThrottle(time, {}, () => {})(async () => {
    const more = sent++ < 15 ? cold : 0;
    await halfWay(more);
    const wait = quota.take(time.now(), 1);
    await halfWay(more);
    if (wait > 0) rejected++;
    return {
      statusCode: wait > 0 ? 429 : 201,
      headers:
        wait > 0 && setting.header !== false
          ? { 'retry-after': String(Math.ceil(wait / 1000)) }
          : {},
    } as HttpResponse;
  });
  const one = async () => {
    const request = { method: 'POST', path: '/tasks' };
    while ((await throttled(request)).statusCode === 429);
  };
  let isDone = false;
  const other = async () => {
    while (others > 0 && !isDone) {
      await time.sleep((60_000 / others) * 2 * random());
      quota.take(time.now(), 1);
    }
  };
  void other();
  await time.run(Promise.all(Array.from({ length: requests }, one)));
  isDone = true;
  return { seconds: (time.now() - start) / 1000, rejected };
}

/** How long the writes take when nothing is wasted, in seconds. */
function best({ shape, perMinute, requests, start, latency = 20 }: Setting) {
  const perSecond = 15_000 / latency;
  if (shape === 'bucket') return (requests - perMinute / 10) / (perMinute / 60);
  let [time, left] = [start, requests];
  for (;;) {
    const end =
      shape === 'fixed'
        ? (Math.floor(time / 60_000) + 1) * 60_000
        : time + 60_000;
    const fit = Math.min(perMinute, ((end - time) / 1000) * perSecond);
    if (left <= fit) return (time - start) / 1000 + left / perSecond;
    left -= fit;
    time = end;
  }
}

describe('learning the quota', () => {
  for (const shape of ['sliding', 'fixed', 'bucket'] as const) {
    for (const [perMinute, requests] of [
      [1500, 3000],
      [150, 600],
      [400, 1200],
    ] as const) {
      it(`writes ${requests} at ${perMinute} a minute, ${shape}, nearly as fast as can be`, async () => {
        for (const start of [0, 7000, 23_000, 41_000]) {
          const setting = { shape, perMinute, requests, start };
          const { seconds, rejected } = await write(setting);
          expect(seconds / best(setting), 'times the limit').to.be.below(1.1);
          const most = shape === 'bucket' ? 0.05 : 0.03;
          expect(rejected / requests, 'rejected').to.be.below(most);
        }
      }).timeout(60_000);
    }
  }

  it('is as fast where answers overtake each other and the first ones are late', async () => {
    for (const shape of ['sliding', 'fixed', 'bucket'] as const) {
      for (const [perMinute, requests] of [
        [1500, 3000],
        [150, 600],
      ] as const) {
        for (const start of [0, 41_000]) {
          const setting = { shape, perMinute, requests, start };
          const { seconds } = await write({
            ...setting,
            jitter: 0.9,
            cold: 1000,
          });
          expect(seconds / best(setting), `${shape} ${perMinute}`).below(1.1);
        }
      }
    }
  }).timeout(60_000);

  it('gets what another program with the same token leaves', async () => {
    for (const shape of ['sliding', 'fixed', 'bucket'] as const) {
      for (const start of [0, 29_331, 41_000]) {
        const setting = { shape, perMinute: 150, requests: 300, start };
        const { seconds } = await write({ ...setting, others: 110 });
        const left = best({ ...setting, perMinute: 150 - 110 });
        expect(seconds / left, `${shape} from ${start}`).below(1.7);
      }
    }
  }).timeout(60_000);

  it('gets through without any Retry-After, with few rejections', async () => {
    for (const shape of ['sliding', 'fixed', 'bucket'] as const) {
      const { rejected } = await write({
        shape,
        perMinute: 150,
        requests: 450,
        start: 12_000,
        header: false,
      });
      expect(rejected, shape).to.be.below(30);
    }
  }).timeout(60_000);

  it('takes nothing away from a token without a quota', async () => {
    const setting = { perMinute: 10 ** 9, requests: 1000, start: 0 };
    const { seconds } = await write({ ...setting, shape: 'sliding' });
    expect(((1000 / 15) * 0.02) / seconds).to.be.above(0.95);
  }).timeout(60_000);
});
