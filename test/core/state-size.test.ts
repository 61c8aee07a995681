import { expect } from 'chai';
import { sizeWarning } from '../../src/core/state-size.js';

const records = (count: number, size: number) =>
  Array.from({ length: count }, () => ({ notes: 'x'.repeat(size) }));

describe('the size of the state', () => {
  it('is told before it reaches 10 MB, with what to do', () => {
    const warning = sizeWarning(records(2000, 4500), []);
    expect(warning).to.match(/about 9 MB/);
    expect(warning).to.include('eachTask');
  });

  it('counts what earlier operations left behind', () => {
    const data = records(1000, 100);
    expect(sizeWarning(data, [records(2000, 2500)])).to.equal(undefined);
    expect(
      sizeWarning(data, [records(2000, 2500), records(2000, 2500)])
    ).to.match(/about 10 MB/);
  });

  it('counts few records that are large, and a report', () => {
    expect(sizeWarning(records(400, 25_000), [])).to.match(/10 MB/);
    const report = { created: records(100, 10), summary: { created: 100 } };
    expect(sizeWarning(report, [records(2000, 5000)])).to.equal(undefined);
    const long = { ...report, updated: records(2000, 100) };
    expect(sizeWarning(long, [records(2000, 5000)])).to.match(/10 MB/);
  });

  it('counts many small results from time to time', () => {
    const results = (count: number) => records(count, 4000);
    expect(sizeWarning({ gid: '1' }, results(3000))).to.match(/12 MB/);
    expect(sizeWarning({ gid: '1' }, results(3001))).to.equal(undefined);
  });

  it('is that of the bytes of JSON, with the names of the fields', () => {
    for (const [record, count] of [
      [{ notes: 'የ'.repeat(1000) }, 3000],
      [{ a_long_name_of_a_field: 1, another_long_name_of_it: true }, 160_000],
    ] as const) {
      const data = Array<object>(count).fill(record);
      const size = Buffer.byteLength(JSON.stringify(data));
      expect(size).to.be.within(8_500_000, 10_000_000);
      expect(sizeWarning(data, [])).to.match(/about (9|10) MB/);
    }
  });

  it('is of no interest for small records', () => {
    expect(sizeWarning(records(50_000, 20), [])).to.equal(undefined);
    expect(sizeWarning({ count: 1 }, [])).to.equal(undefined);
    expect(sizeWarning(undefined, [])).to.equal(undefined);
  });

  it('holds values that JSON leaves out', () => {
    const data = Array.from({ length: 1000 }, () => undefined);
    expect(sizeWarning(data, [undefined])).to.equal(undefined);
  });
});
