import { expect } from 'chai';
import { toLimitOptions } from '../src/options.js';

describe('The options of a sandbox', () => {
  it("ask for Asana's concurrency and for no quota when they say nothing", () => {
    expect(toLimitOptions({})).to.deep.equal({
      requestsPerMinute: undefined,
      searchPerMinute: undefined,
      concurrency: { reads: 50, writes: 15 },
      quotaShape: 'sliding',
      minute: 60_000,
      retryAfter: true,
    });
  });

  it('bring the quota of searches along with that of requests', () => {
    const searches = (
      requestsPerMinute: number | 'off',
      searchPerMinute?: number | 'off'
    ) => toLimitOptions({ requestsPerMinute, searchPerMinute }).searchPerMinute;
    expect(searches(150)).to.equal(60);
    expect(searches('off')).to.equal(undefined);
    expect(searches(150, 'off')).to.equal(undefined);
    expect(searches('off', 20)).to.equal(20);
  });

  it('may give any concurrency, or none', () => {
    const concurrency = { reads: 2, writes: 1 };
    expect(toLimitOptions({ concurrency }).concurrency).to.equal(concurrency);
    expect(toLimitOptions({ concurrency: false }).concurrency).to.equal(
      undefined
    );
  });

  it('may leave out Retry-After, choose a shape, and shorten the minute', () => {
    expect(
      toLimitOptions({ retryAfter: false, quotaShape: 'fixed', timeScale: 60 })
    ).to.include({ retryAfter: false, quotaShape: 'fixed', minute: 1000 });
  });
});
