import { expect } from 'chai';
import { readRecords } from '../../src/call/read-records.js';
import type { State } from '../../src/types.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

const records = (...gids: string[]) => gids.map(gid => ({ gid }));
const page = (next: string | null, ...gids: string[]) => ({
  body: {
    data: records(...gids),
    next_page: next === null ? null : { offset: next },
  },
});

describe('an operation that reads a list', () => {
  const { asana, captured, run } = useFakeRun();

  it('reads all pages', async () => {
    asana.answer(page('two', '1', '2'), page(null, '3'));
    const { data, references } = await run(
      readRecords('getTagsForWorkspace', ['7'], { opt_fields: ['name'] }),
      { data: 'before' }
    );
    expect(data).to.eql(records('1', '2', '3'));
    expect(references).to.eql(['before']);
    expect(asana.requests.map(({ path, query }) => [path, query])).to.eql([
      ['/api/1.0/workspaces/7/tags', { opt_fields: 'name', limit: '100' }],
      [
        '/api/1.0/workspaces/7/tags',
        { opt_fields: 'name', limit: '100', offset: 'two' },
      ],
    ]);
    expect(captured.lines).to.include(
      'tags.getTagsForWorkspace: fetched 3 records'
    );
  });

  it('reads one page of the size that is asked for, and says where the next one starts', async () => {
    asana.answer(page('two', '1', '2'));
    const { data, response } = await run(
      readRecords('getTagsForWorkspace', ['7'], { limit: 2 })
    );
    expect(data).to.have.length(2);
    expect(response.next_page).to.eql({ offset: 'two' });
  });

  it('goes on with an offset that the job has kept', async () => {
    asana.answer(page(null, '3'));
    await run(readRecords('getTagsForWorkspace', ['7'], { offset: 'two' }));
    expect(asana.requests[0]!.query).to.include({ offset: 'two' });
  });

  it('hands over record by record with a callback, and keeps none', async () => {
    asana.answer(page('two', '1', '2'), page(null, '3'));
    const { data, seen } = await run(
      readRecords('getTagsForWorkspace', ['7'], {}, (state, tag) => {
        state.seen = [...(state.seen ?? []), tag.gid];
      })
    );
    expect(seen).to.eql(['1', '2', '3']);
    expect(data).to.eql({ count: 3 });
  });

  it('takes the callback right behind the gid, where there is no query', async () => {
    asana.answer(page(null, '1', '2'));
    const { seen } = await run(
      readRecords('getTagsForWorkspace', ['7'], (state: State, tag: any) => {
        state.seen = [...(state.seen ?? []), tag.gid];
      })
    );
    expect(seen).to.eql(['1', '2']);
  });

  it('says where a callback goes that was taken for a function of state', async () => {
    const error = await failureOf(() =>
      run(readRecords('getTagsForWorkspace', ['7'], (state: State) => state))
    );
    expect(error.fix).to.include(
      'tags.getTagsForWorkspace(workspaceGid, {}, (state, record) => { … })'
    );
  });

  it('refuses a callback that is no function', async () => {
    const error = await failureOf(() =>
      run(readRecords('getTagsForWorkspace', ['7'], {}, {} as () => void))
    );
    expect(error.message).to.include('"callback" must be a function');
  });

  describe('without end', () => {
    it('ends with an empty page, though there is a next one', async () => {
      asana.answer(page('two', '1'), page('three', '2'), page('four'));
      const { data, response } = await run(
        readRecords('getAuditLogEvents', ['7'])
      );
      expect(data).to.eql(records('1', '2'));
      expect(response.next_page).to.eql({ offset: 'four' });
    });

    it('has no next page when there is nothing at all', async () => {
      asana.answer(page(null));
      const { data } = await run(readRecords('getAuditLogEvents', ['7']));
      expect(data).to.eql([]);
    });

    it('does not end with an empty page in another list', async () => {
      asana.answer(page('two'), page(null, '2'));
      const { data } = await run(readRecords('getTagsForWorkspace', ['7']));
      expect(data).to.eql(records('2'));
    });
  });

  describe('that Asana cuts off', () => {
    const users = (count: number) =>
      page(null, ...Array.from({ length: count }, (_, index) => `${index}`));
    const warned = async (count: number) => {
      asana.answer(users(count));
      await run(readRecords('getUsersForTeam', ['7']));
      return captured.lines.some(line => line.includes('there may be more'));
    };

    it('is told to be so', async () => {
      expect(await warned(2000)).to.be.true;
    });

    it('is told to be so where each record is handed over', async () => {
      asana.answer(users(2000));
      await run(readRecords('getUsersForTeam', ['7'], {}, () => undefined));
      expect(captured.lines.join()).to.include('there may be more');
    });

    it('is taken for whole where it is shorter', async () => {
      expect(await warned(1999)).to.be.false;
    });

    it('is read by its offsets alone, as there is no limit', async () => {
      asana.answer(page('two', '1'), page(null, '2'));
      await run(readRecords('getUsersForTeam', ['7']));
      expect(asana.requests.map(({ query }) => query)).to.eql([
        undefined,
        { offset: 'two' },
      ]);
    });
  });
});
