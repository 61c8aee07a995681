import { expect } from 'chai';
import { shareLooks } from '../../src/sync/share-looks.js';

describe('looks that are shared', () => {
  /** Looks that end when the test says so. */
  const script = () => {
    const ends: { resolve: () => void; reject: () => void }[] = [];
    const look = shareLooks(
      () =>
        new Promise<number>((resolve, reject) => {
          const number = ends.length + 1;
          ends.push({
            resolve: () => resolve(number),
            reject: () => reject(new Error('no')),
          });
        })
    );
    return { look, ends };
  };
  const turn = () => new Promise(resolve => setImmediate(resolve));

  it('begin after the question, and serve all who asked before', async () => {
    const { look, ends } = script();
    const first = look();
    const others = [look(), look(), look()];
    expect(ends).to.have.length(1);
    ends[0]!.resolve();
    expect(await first).to.equal(1);
    await turn();
    const late = look();
    expect(ends).to.have.length(2);
    ends[1]!.resolve();
    expect(await Promise.all(others)).to.eql([2, 2, 2]);
    await turn();
    ends[2]!.resolve();
    expect(await late).to.equal(3);
  });

  it('begin although the one before failed', async () => {
    const { look, ends } = script();
    const first = look().catch(() => 'failed');
    const second = look();
    ends[0]!.reject();
    expect(await first).to.equal('failed');
    await turn();
    ends[1]!.resolve();
    expect(await second).to.equal(2);
  });
});
