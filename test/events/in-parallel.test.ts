import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { inParallel } from '../../src/events/in-parallel.js';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('what is done for many tasks at a time', () => {
  it('gives results in the order of the tasks', async () => {
    const results = await inParallel(numbers(120), async number => {
      for (let turn = number % 3; turn > 0; turn--) await setImmediate();
      return number * 2;
    });
    expect(results).to.eql(numbers(120).map(number => number * 2));
  });

  it('is under way for no more than fifty of them', async () => {
    let current = 0;
    let most = 0;
    await inParallel(numbers(200), async () => {
      most = Math.max(most, ++current);
      await setImmediate();
      current--;
    });
    expect(most).to.equal(50);
  });

  it('begins nothing more after a failure, and leaves nothing under way', async () => {
    let current = 0;
    let begun = 0;
    const failure = await inParallel(numbers(200), async number => {
      begun++;
      current++;
      await setImmediate();
      if (number !== 7) await setImmediate();
      current--;
      if (number === 7) throw new Error('seven');
    }).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'seven');
    expect(current).to.equal(0);
    expect(begun).to.be.below(110);
  });

  it('is nothing for no tasks', async () => {
    expect(await inParallel([], async () => 1)).to.eql([]);
  });
});
