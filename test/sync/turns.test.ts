import { expect } from 'chai';
import { createTurns } from '../../src/sync/turns.js';

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('turns', () => {
  it('run one after the other for one name, and side by side for others', async () => {
    const turns = createTurns();
    const log: string[] = [];
    const ends: (() => void)[] = [];
    const start = (name: string, what: string) =>
      turns(name, async () => {
        log.push(what);
        await new Promise<void>(resolve => ends.push(resolve));
        return what;
      });
    const all = [start('a', 'a1'), start('a', 'a2'), start('b', 'b1')];
    await settled();
    expect(log).to.eql(['a1', 'b1']);
    ends.forEach(end => end());
    await settled();
    expect(log).to.eql(['a1', 'b1', 'a2']);
    ends.forEach(end => end());
    expect(await Promise.all(all)).to.eql(['a1', 'a2', 'b1']);
  });

  it('come although the one before failed', async () => {
    const turns = createTurns();
    const failing = turns('a', async () => {
      throw new Error('no');
    });
    const next = turns('a', async () => 'yes');
    expect(await failing.catch((error: Error) => error.message)).to.equal('no');
    expect(await next).to.equal('yes');
  });
});
