import { expect } from 'chai';
import { parseRetryAfter, retryAfterOf } from '../../src/http/retry-after.js';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('the Retry-After header', () => {
  for (const [header, milliseconds] of [
    ['0', 0],
    ['7', 7000],
    [' 30 ', 30_000],
    ['Thu, 01 Jan 2026 12:00:10 GMT', 10_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
    ['99999999999', 999_999_999_000],
    [['1', '30', '7'], 30_000],
    [['soon', '2'], 2000],
  ] as const) {
    it(`is read as ${milliseconds} ms from ${JSON.stringify(header)}`, () => {
      expect(
        parseRetryAfter(typeof header === 'string' ? header : [...header], now)
      ).to.equal(milliseconds);
    });
  }

  for (const header of [
    undefined,
    '',
    '-1',
    '1.5',
    'soon',
    'NaN',
    '1e3',
    '2026-01-01T12:00:10Z',
    'Thu, 01 Foo 2026 12:00:10 GMT',
    'Thu, 99 Jan 2026 99:99:99 GMT',
  ]) {
    it(`says nothing when it is ${JSON.stringify(header)}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(undefined);
    });
  }

  it('is measured from the date of the answer, whatever the clock here says', () => {
    const header = { 'retry-after': 'Thu, 01 Jan 2026 12:00:10 GMT' };
    const date = 'Thu, 01 Jan 2026 12:00:04 GMT';
    expect(retryAfterOf({ ...header, date }, now + 3_600_000)).to.equal(6000);
    expect(retryAfterOf({ ...header, date: 'soon' }, now)).to.equal(10_000);
    expect(retryAfterOf(header, now)).to.equal(10_000);
  });

  it('needs no date when it is in seconds', () => {
    const headers = {
      'retry-after': '7',
      date: 'Thu, 01 Jan 2026 12:00:04 GMT',
    };
    expect(retryAfterOf(headers, now)).to.equal(7000);
  });
});
