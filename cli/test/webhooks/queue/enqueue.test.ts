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
    const commits = countOf(store.db, 'commit');
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

  it('waits for another process that writes, while this one goes on', async () => {
    const file = join(folder.path, 'webhooks.db');
    const [store, other] = [await openStore(file, 1), await openStore(file)];
    other.db.exec('begin immediate');
    const adding = Promise.all([put(store, 'a', '1'), put(store, 'a', '2')]);
    const start = performance.now();
    await nextTurn();
    await nextTurn();
    const stoodStill = performance.now() - start;
    const later = put(store, 'a', '3');
    other.db.exec('commit');

    expect(await Promise.all([adding, later])).to.eql([[true, true], true]);
    expect(stoodStill).to.be.lessThan(500);
    expect(idsIn(store, 'a')).to.deep.equal(['1', '2', '3']);
    store.close();
    other.close();
  });

  it('gives up in time for Asana to be told so', async () => {
    const file = join(folder.path, 'webhooks.db');
    const [store, other] = [await openStore(file, 1), await openStore(file)];
    other.db.exec('begin immediate');
    const adding = put(store, 'a', '1').catch(({ code }) => code as string);
    const now = performance.now.bind(performance);
    performance.now = () => now() + 5_000;
    try {
      expect(await adding).to.equal('SQLITE_BUSY');
    } finally {
      performance.now = now;
    }
    store.close();
    other.close();
  });

  it('refuses all at once where the disk is full', async () => {
    const store = memoryStore();
    const begins = countOf(store.db, 'begin immediate');
    const full = () => {
      throw Object.assign(new Error(), { code: 'SQLITE_FULL' });
    };
    const results = await Promise.allSettled([
      put(store, 'a', '1'),
      writeDurably(store.db, full),
      put(store, 'a', '2'),
    ]);

    expect(results.map(({ status }) => status)).to.deep.equal(
      Array(3).fill('rejected')
    );
    expect(begins()).to.equal(1);
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

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

function countOf(
  db: { exec(sql: string): unknown },
  text: string
): () => number {
  const exec = db.exec.bind(db);
  let count = 0;
  db.exec = sql => {
    if (sql === text) count += 1;
    return exec(sql);
  };
  return () => count;
}
