import { expect } from 'chai';
import { parseRetryAfter } from '../../src/http/retry-after.js';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);

describe('the Retry-After header', () => {
  for (const [header, milliseconds] of [
    ['0', 0],
    ['7', 7000],
    [' 30 ', 30_000],
    ['Thu, 01 Jan 2026 12:00:10 GMT', 10_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ] as const) {
    it(`is read as ${milliseconds} ms from ${JSON.stringify(header)}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(milliseconds);
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
    '99999999999',
    '2026-01-01T12:00:10Z',
    'Thu, 01 Foo 2026 12:00:10 GMT',
    'Thu, 99 Jan 2026 99:99:99 GMT',
  ]) {
    it(`says nothing when it is ${JSON.stringify(header)}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(undefined);
    });
  }
});
