import { expect } from 'chai';
import { createProgress } from '../../src/sync/progress.js';

describe('the progress of many rows', () => {
  it('is told every five seconds, with what failed and the time left', () => {
    const lines: string[] = [];
    let now = 0;
    const done = createProgress(
      10,
      () => now,
      line => lines.push(line)
    );
    for (let row = 1; row <= 10; row++) {
      now += 2000;
      done(row === 2);
    }
    expect(lines).to.eql([
      '3 of 10 rows, 1 failed, about 14 s left',
      '6 of 10 rows, 1 failed, about 8 s left',
      '9 of 10 rows, 1 failed, about 2 s left',
    ]);
  });
});
