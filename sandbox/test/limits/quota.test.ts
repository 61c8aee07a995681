import { expect } from 'chai';
import { quotaShapes, type QuotaShape } from '../../src/limits/quota.js';

const minute = 60_000;
const shapes = Object.keys(quotaShapes) as QuotaShape[];

describe('A quota', () => {
  for (const shape of shapes) {
    describe(`of the shape "${shape}"`, () => {
      const start = 10 * minute;
      // A bucket holds a tenth of what it lets through in a minute.
      const perMinute = shape === 'bucket' ? 10 : 1;
      const create = (atOnce: number) =>
        quotaShapes[shape](perMinute * atOnce, minute);

      it('grants as many calls as its limit, and then no more', () => {
        const quota = create(3);
        const waits = [1, 2, 3].map(() => quota.take(start, 1));
        expect(waits).to.deep.equal([0, 0, 0]);
        expect(quota.take(start, 1)).to.be.greaterThan(0);
      });

      it('grants a call after the wait that it named, and not a moment earlier', () => {
        const atWait = (early: number) => {
          const quota = create(3);
          quota.take(start, 3);
          const now = start + 500;
          return quota.take(now + quota.take(now, 1) - early, 1);
        };
        expect(atWait(0)).to.equal(0);
        expect(atWait(1)).to.be.greaterThan(0);
      });

      it('never asks for a longer wait than the minute and what was refused', () => {
        const quota = create(3);
        const waits = Array.from({ length: 50 }, (_, at) =>
          quota.take(start + at, 1)
        );
        expect(Math.max(...waits)).to.be.at.most(2 * minute);
      });

      it('counts a batch as all of its actions, and refuses it as a whole', () => {
        const quota = create(10);
        expect(quota.take(start, 8)).to.equal(0);
        expect(quota.take(start, 3)).to.be.greaterThan(0);
      });
    });
  }

  it('counts the calls of the last minute when it is sliding, refused ones too', () => {
    const quota = quotaShapes.sliding(2, minute);
    quota.take(0, 1);
    quota.take(10_000, 1);
    expect(quota.take(30_000, 1)).to.equal(40_000);
    // Without the refused call one place would be free from 60,000 on.
    expect(quota.take(60_000, 1)).to.be.greaterThan(0);
  });

  it('starts anew at every full minute of the clock when it is fixed', () => {
    const quota = quotaShapes.fixed(2, minute);
    quota.take(59_000, 2);
    expect(quota.take(59_500, 1)).to.equal(500);
    expect(quota.take(60_000, 2)).to.equal(0);
  });

  it('holds a tenth and fills up continuously when it is a bucket', () => {
    const quota = quotaShapes.bucket(60, minute);
    expect(quota.take(0, 6)).to.equal(0);
    expect(quota.take(5_000, 5)).to.equal(0);
    expect(quota.take(5_500, 1)).to.be.greaterThan(0);
  });

  it('drains the bucket by a refused call as well', () => {
    const quota = quotaShapes.bucket(60, minute);
    quota.take(0, 6);
    quota.take(0, 5);
    expect(quota.take(5_000, 5)).to.be.greaterThan(0);
  });
});
