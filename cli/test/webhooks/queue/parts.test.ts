import { expect } from 'chai';
import { waitingIn } from '../../../src/webhooks/queue/attempts.js';
import type { Incoming } from '../../../src/webhooks/queue/delivery.js';
import { mostGids, partsOf } from '../../../src/webhooks/queue/parts.js';
import { memoryStore, put } from '../support/store.js';

const gids = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(10 ** 15 + first + index));

const catchUp = (changed: string[], deleted: string[]) => ({
  kind: 'catch-up',
  resource: '12',
  changed,
  deleted,
  removed: [],
  unreadable: [],
  isFullRead: true,
  fullReadDue: false,
});

const incoming = (content: unknown): Incoming => ({
  id: 'x',
  hook: 'h',
  lane: '12',
  body: JSON.stringify(content),
  receivedAt: 7,
});

const read = ({ body }: { body: string }) =>
  JSON.parse(body) as Record<string, unknown> & {
    changed: string[];
    deleted: string[];
  };

describe('A catch-up that is put into the queue', () => {
  it('stays one while it is short enough', () => {
    const whole = incoming(catchUp(gids(0, mostGids - 1), gids(9e6, 1)));
    expect(partsOf(whole)).to.deep.equal([whole]);
  });

  it('is put in as parts that are marked, and have all of it together', () => {
    const whole = catchUp(gids(0, 2 * mostGids), gids(9e6, 3));
    const parts = partsOf(incoming(whole));
    const contents = parts.map(read);

    expect(parts.map(({ id }) => id)).to.deep.equal(['x-1', 'x-2', 'x-3']);
    expect(contents.flatMap(({ changed }) => changed)).to.deep.equal(
      whole.changed
    );
    expect(contents.flatMap(({ deleted }) => deleted)).to.deep.equal(
      whole.deleted
    );
    expect(contents.map(({ part }) => part)).to.deep.equal(
      [1, 2, 3].map(number => ({ number, of: 3, isFullRead: true }))
    );
    expect(Math.max(...parts.map(({ body }) => body.length))).to.be.below(
      110_000
    );
  });

  it('says in no part that it has all tasks there are', () => {
    const parts = partsOf(incoming(catchUp(gids(0, mostGids + 1), [])));
    expect(parts).to.have.lengthOf(2);
    for (const part of parts) expect(read(part).isFullRead).to.equal(false);
  });

  it('waits in the order of its parts, and is known when it comes again', async () => {
    const store = memoryStore();
    const body = JSON.stringify(catchUp(gids(0, mostGids + 1), []));
    expect(await put(store, '12', 'x', 0, body)).to.equal(true);
    expect(await put(store, '12', 'x', 0, body)).to.equal(false);

    expect(waitingIn(store, '12', 10).map(({ id }) => id)).to.deep.equal([
      'x-1',
      'x-2',
    ]);
  });
});

describe('A delivery of Asana that is put into the queue', () => {
  it('is left as it came, however long', () => {
    const long = incoming({ events: gids(0, 3 * mostGids) });
    expect(partsOf(long)).to.deep.equal([long]);
  });
});
