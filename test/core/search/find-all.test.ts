import { expect } from 'chai';
import fc from 'fast-check';
import type { Box } from '../../../src/core/search/box.js';
import { taskSearch } from '../../../src/core/search/kind.js';
import { findAll } from '../../../src/core/search/find-all.js';
import { failureOf } from '../../support/failure-of.js';
import { propertyRuns } from '../../property/runs.js';
import {
  fakeSearch,
  isIn,
  type Indexed,
  type Undocumented,
} from './fake-search.js';

const noon = Date.UTC(2026, 2, 5, 12);
const usual: Undocumented = { inclusive: false, ties: 'shuffled' };

/** So many tasks, told apart by what is given. */
const tasks = (
  count: number,
  tell: (index: number) => Partial<Indexed> = () => ({})
): Indexed[] =>
  Array.from({ length: count }, (_, index) => ({
    gid: String(index + 1),
    created: noon,
    modified: noon,
    ...tell(index),
  }));

async function collect(
  find: ReturnType<typeof fakeSearch>,
  { box = {}, oldestFirst = false }: { box?: Box; oldestFirst?: boolean } = {}
): Promise<string[]> {
  const gids: string[] = [];
  for await (const { gid } of findAll(taskSearch, find, box, oldestFirst))
    gids.push(gid);
  return gids;
}

/** A box is sorted like this where one millisecond holds more than a page. */
const isOfTies = ({ sort_by }: Box) => sort_by === 'modified_at';

const everyGid = (found: readonly Indexed[]) => found.map(({ gid }) => gid);

describe('a search for all tasks', () => {
  it('takes one request where one page holds them', async () => {
    const find = fakeSearch(tasks(3), usual);
    expect(await collect(find)).to.have.members(['1', '2', '3']);
    expect(find.boxes).to.eql([
      { sort_by: 'created_at', sort_ascending: false },
    ]);
  });

  for (const oldestFirst of [true, false]) {
    it(`goes ${oldestFirst ? 'forward' : 'back'} through time, page by page`, async () => {
      const all = tasks(250, index => ({ created: noon + index * 1000 }));
      const find = fakeSearch(all, usual);
      const expected = everyGid(all);
      expect(await collect(find, { oldestFirst })).to.eql(
        oldestFirst ? expected : expected.reverse()
      );
      expect(find.boxes).to.have.length(3);
    });
  }

  it('keeps the bounds of the job, and never asks beyond them', async () => {
    const all = tasks(400, index => ({ created: noon + index }));
    const box = {
      text: 'pump',
      'created_at.after': new Date(noon + 99).toISOString(),
      'created_at.before': new Date(noon + 350).toISOString(),
    };
    const find = fakeSearch(all, usual);
    expect(await collect(find, { box })).to.eql(
      everyGid(all.slice(100, 350)).reverse()
    );
    for (const asked of find.boxes) {
      expect(asked).to.include({ text: 'pump' });
      expect(asked['created_at.after']).to.equal(box['created_at.after']);
      expect(String(asked['created_at.before']) <= box['created_at.before']).to
        .be.true;
    }
  });

  describe('of tasks that were created in the same millisecond', () => {
    it('tells them apart by their last change', async () => {
      const all = tasks(350, index => ({ modified: noon + index }));
      expect(await collect(fakeSearch(all, usual))).to.have.members(
        everyGid(all)
      );
    });

    it('tells them apart by whether they are done, due and subtasks', async () => {
      const all = tasks(350, index => ({
        completed: index % 2 === 0,
        isSubtask: index % 4 < 2,
        ...(index % 3 === 0 && { due: '2026-03-05' }),
      }));
      expect(await collect(fakeSearch(all, usual))).to.have.members(
        everyGid(all)
      );
    });

    it('reads them from both sides, where the order of Asana has two', async () => {
      const all = tasks(190);
      const find = fakeSearch(all, { inclusive: false, ties: 'reversed' });
      expect(await collect(find)).to.have.members(everyGid(all));
    });

    it('goes on with the older ones behind them', async () => {
      const all = [
        ...tasks(150, index => ({ modified: noon + index })),
        ...tasks(150, index => ({
          gid: `old ${index}`,
          created: noon - 1 - index,
        })),
      ];
      const found = await collect(fakeSearch(all, usual));
      expect(found).to.have.members(everyGid(all));
      expect(new Set(found.slice(0, 150))).to.eql(
        new Set(everyGid(all.slice(0, 150)))
      );
    });

    for (const ties of ['same', 'shuffled', 'reversed'] as const) {
      it(`fails, rather than miss some, when nothing tells them apart and ties are ${ties}`, async () => {
        const find = fakeSearch(tasks(250), { inclusive: false, ties });
        const error = await failureOf(() => collect(find));
        expect(error.code).to.equal('INCOMPLETE_SEARCH');
        expect(error.message).to.include('2026-03-05T12:00:00.000Z');
        expect(error.fix).to.include('eachTask()');
      });
    }

    it('does not ask for the halves of what the job asks for already', async () => {
      const find = fakeSearch(
        tasks(150, () => ({ completed: true })),
        { inclusive: false, ties: 'reversed' }
      );
      const found = await collect(find, { box: { completed: true } });
      expect(found).to.have.length(150);
      for (const box of find.boxes) expect(box).to.include({ completed: true });
    });
  });

  it('fails when Asana ignores the bounds, rather than go round in circles', async () => {
    const all = tasks(150, index => ({ created: noon + index }));
    const find = fakeSearch(all, usual);
    const ignoring = ({ sort_by, sort_ascending }: Box) =>
      find({ sort_by, sort_ascending });
    const error = await failureOf(() =>
      collect(Object.assign(ignoring, { boxes: find.boxes }))
    );
    expect(error.code).to.equal('INVALID_RESPONSE');
  });

  it('fails when a task comes without the time of its creation', async () => {
    const find = async () => tasks(100).map(({ gid }) => ({ gid }));
    const error = await failureOf(() =>
      collect(Object.assign(find, { boxes: [] }))
    );
    expect(error.message).to.include('a task without "created_at"');
  });

  it('finds every task once, or fails, whatever Asana does not document', async () => {
    /** Tasks of one millisecond; `spread` is how far apart they changed. */
    const group = fc.record({
      created: fc.nat({ max: 6 }),
      count: fc.integer({ min: 1, max: 260 }),
      spread: fc.constantFrom(0, 3, 500, 500),
      kinds: fc.constantFrom(1, 2, 4),
    });
    const bound = fc.option(fc.nat({ max: 6 }), { nil: undefined });
    let complete = 0;
    let tied = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(group, { minLength: 1, maxLength: 4 }),
        fc.record<Undocumented>({
          inclusive: fc.boolean(),
          ties: fc.constantFrom('same', 'shuffled', 'reversed'),
        }),
        fc.record({ after: bound, before: bound, oldestFirst: fc.boolean() }),
        async (groups, undocumented, { after, before, oldestFirst }) => {
          const all = groups.flatMap(({ created, count, spread, kinds }, one) =>
            tasks(count, index => ({
              gid: `${one}-${index}`,
              created: noon + created,
              modified: noon + ((index * 7) % (spread + 1)),
              completed: index % kinds > 1,
              isSubtask: index % 2 < kinds - 1,
            }))
          );
          const box = {
            ...(after !== undefined && {
              'created_at.after': new Date(noon + after).toISOString(),
            }),
            ...(before !== undefined && {
              'created_at.before': new Date(noon + before).toISOString(),
            }),
          };
          const find = fakeSearch(all, undocumented);
          let found: string[];
          try {
            found = await collect(find, { box, oldestFirst });
          } catch (error) {
            expect(error).to.have.property('code', 'INCOMPLETE_SEARCH');
            return;
          }
          complete++;
          if (find.boxes.some(isOfTies)) tied++;
          const expected = all.filter(task =>
            isIn(task, box, undocumented.inclusive)
          );
          expect(found).to.have.length(expected.length);
          expect(found).to.have.members(everyGid(expected));
        }
      ),
      propertyRuns
    );
    // Else the program would have been put to the test by little.
    if (propertyRuns.numRuns < 500 || 'path' in propertyRuns) return;
    expect(complete).to.be.above(150);
    expect(tied).to.be.above(60);
  });
});
