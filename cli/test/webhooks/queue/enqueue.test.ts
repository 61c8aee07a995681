import { join } from 'node:path';
import { expect } from 'chai';
import {
  lanesThatWait,
  waitingIn,
} from '../../../src/webhooks/queue/attempts.js';
import { writeDurably } from '../../../src/webhooks/queue/group-commit.js';
import { openStore } from '../../../src/webhooks/store/open.js';
import { useFolder } from '../../support/folder.js';
import { memoryStore, put } from '../support/store.js';

describe('Putting deliveries into the queue', () => {
  const folder = useFolder();

  it('is done when another process sees them, even if this one is killed now', async () => {
    const file = join(folder.path, 'webhooks.db');
    const [store, other] = [await openStore(file), await openStore(file)];
    const adding = put(store, 'a', '1');
    expect(waitingIn(other, 'a', 10)).to.deep.equal([]);

    await adding;
    expect(idsIn(other, 'a')).to.deep.equal(['1']);
    store.close();
    other.close();
  });

  it('takes what comes at the same moment in one transaction', async () => {
    const store = memoryStore();
    const commits = countCommits(store.db);
    await Promise.all(['1', '2', '3', '4', '5'].map(id => put(store, 'a', id)));

    expect(commits()).to.equal(1);
    expect(idsIn(store, 'a')).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('knows a repetition, and says so', async () => {
    const store = memoryStore();
    expect(await put(store, 'a', '1')).to.equal(true);
    expect(await put(store, 'a', '1')).to.equal(false);

    expect(idsIn(store, 'a')).to.deep.equal(['1']);
  });

  it('refuses none of the others where one cannot be written', async () => {
    const store = memoryStore();
    const results = await Promise.allSettled([
      put(store, 'a', '1'),
      writeDurably(store.db, () => {
        store.db.prepare('DELETE FROM deliveries').run();
        throw new Error('no');
      }),
      put(store, 'a', '2'),
    ]);

    expect(results.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(idsIn(store, 'a')).to.deep.equal(['1', '2']);
  });

  it('lists each lane once in which something waits', async () => {
    const store = memoryStore();
    for (const lane of ['b', 'a', 'b', 'c']) {
      await put(store, lane, `${lane}${Math.random()}`);
    }

    expect([...lanesThatWait(store)]).to.deep.equal(['a', 'b', 'c']);
  });
});

const idsIn = (store: Parameters<typeof waitingIn>[0], lane: string) =>
  waitingIn(store, lane, 100).map(({ id }) => id);

function countCommits(db: { exec(sql: string): unknown }): () => number {
  const exec = db.exec.bind(db);
  let commits = 0;
  db.exec = sql => {
    if (sql === 'commit') commits += 1;
    return exec(sql);
  };
  return () => commits;
}
