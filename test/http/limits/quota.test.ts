import { expect } from 'chai';
import { least, write, type Setting } from './writes.js';

const shapes = ['sliding', 'fixed', 'bucket'] as const;

/** The most that is rejected when nobody else uses the token. */
const mostRejected = {
  plan: { sliding: 3, fixed: 3, bucket: 25 },
  // At a number that nobody knows, all that is under way is rejected once.
  other: { sliding: 18, fixed: 18, bucket: 28 },
};

describe('learning the quota', () => {
  for (const shape of shapes) {
    for (const [perMinute, requests] of [
      [1500, 3000],
      [150, 600],
      [400, 1200],
    ] as const) {
      it(`writes ${requests} at ${perMinute} a minute, ${shape}, nearly as fast as can be`, async () => {
        for (const start of [0, 7000, 23_000, 41_000]) {
          const setting = { shape, perMinute, requests, start };
          const { seconds, rejected } = await write(setting);
          expect(seconds / least(setting), 'times the least').below(1.06);
          const known = perMinute === 400 ? 'other' : 'plan';
          expect(rejected, 'rejected').to.be.most(mostRejected[known][shape]);
        }
      }).timeout(60_000);
    }
  }

  it('is as fast where answers overtake each other and the first ones are late', async () => {
    for (const shape of shapes) {
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
          expect(seconds / least(setting), `${shape} ${perMinute}`).below(1.1);
        }
      }
    }
  }).timeout(60_000);

  it('gets what another program with the same token leaves', async () => {
    for (const shape of shapes) {
      for (const start of [0, 29_331, 41_000]) {
        const setting = { shape, perMinute: 150, requests: 300, start };
        const { seconds } = await write({ ...setting, others: 110 });
        const left = least({ ...setting, perMinute: 150 - 110 });
        expect(seconds / left, `${shape} from ${start}`).below(1.6);
      }
    }
  }).timeout(60_000);

  it('gets through without any Retry-After, with few rejections', async () => {
    for (const shape of shapes) {
      const { rejected } = await write({
        shape,
        perMinute: 150,
        requests: 450,
        start: 12_000,
        header: false,
      });
      expect(rejected, shape).to.be.below(25);
    }
  }).timeout(60_000);

  it('takes nothing away from a token without a quota', async () => {
    const setting = { perMinute: 10 ** 9, requests: 1000, start: 0 };
    const { seconds } = await write({ ...setting, shape: 'sliding' });
    expect(((1000 / 15) * 0.02) / seconds).to.be.above(0.95);
  }).timeout(60_000);
});

describe('learning the quota of a token that was used a moment ago', () => {
  const before = 10 * 60_000;

  for (const shape of shapes) {
    // The last ones of a multiple of the quota would wait for a whole minute,
    // because a few were rejected.
    for (const [perMinute, requests] of [
      [1500, 2800],
      [150, 560],
    ] as const) {
      it(`writes ${requests} at ${perMinute} a minute, ${shape}, after another run`, async () => {
        for (const share of [0.1, 0.5, 0.9, 0.92, 0.99]) {
          for (const [start, ago, during] of [
            [before + 7000, 20_000, 200],
            [before + 7000, 20_000, 20_000],
            [before + 41_000, 35_000, 2000],
            [before + 55_000, 50_000, 200],
            [before + 41_000, 50_000, 50_000],
          ] as const) {
            const count = Math.floor(share * perMinute);
            const used = Array.from(
              { length: count },
              (_, index) => start - ago + (index * during) / count
            );
            const setting = { shape, perMinute, requests, start, used };
            const { seconds, rejected } = await write(setting);
            const which = `${share} of it ${ago / 1000} s ago in ${during} ms`;
            expect(seconds / least(setting), which).to.be.below(1.25);
            expect(rejected / requests, which).to.be.below(0.05);
          }
        }
      }).timeout(120_000);
    }
  }

  it('comes back to full speed when the other program ends', async () => {
    for (const shape of shapes) {
      for (const [perMinute, requests] of [
        [1500, 4300],
        [150, 560],
      ] as const) {
        const start = before + 7000;
        const othersEnd = start + 40_000;
        const setting = { shape, perMinute, requests, start };
        const { seconds } = await write({
          ...setting,
          others: perMinute / 2,
          othersEnd,
        });
        // What the other one took is gone as well.
        const all = { ...setting, requests: requests + perMinute / 3 };
        expect(seconds / least(all), `${shape} ${perMinute}`).below(1.25);
      }
    }
  }).timeout(60_000);
});

describe('a rejection that says nothing of the quota', () => {
  const start = 600_000;
  const requests = 2800;

  /** The least with a silence after the first requests. */
  const leastWith = (setting: Setting, accepted: number, wait: number) =>
    wait / 1000 +
    least({
      ...setting,
      requests: requests - accepted,
      start: start + wait,
      used: Array.from({ length: accepted }, () => start),
    });

  for (const shape of [...shapes, 'none'] as const) {
    it(`costs its wait and little more, ${shape}`, async () => {
      const setting = { shape, perMinute: 1500, requests, start };
      for (const number of [5, 20, 60, 200]) {
        for (const seconds of [undefined, 1, 5, 30]) {
          const headers: Record<string, string> =
            seconds === undefined ? {} : { 'retry-after': String(seconds) };
          const result = await write({
            ...setting,
            stray: request => (request === number ? headers : undefined),
          });
          const wait = (seconds ?? 1) * 1000;
          const limit = leastWith(setting, number + 14, wait);
          const which = `Retry-After ${seconds} after ${number}`;
          expect(result.seconds / limit, which).to.be.below(1.15);
        }
      }
    }).timeout(120_000);
  }

  it('does not slow down a token for good when it happens again and again', async () => {
    const setting = {
      shape: 'none',
      perMinute: 1500,
      requests,
      start,
    } as const;
    const { seconds, rejected } = await write({
      ...setting,
      stray: request => (request % 400 === 399 ? {} : undefined),
    });
    expect(seconds).to.be.below(least(setting) + rejected * 4);
  }).timeout(60_000);
});
