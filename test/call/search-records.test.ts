import { expect } from 'chai';
import { searchRecords } from '../../src/call/search-records.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

const noon = Date.UTC(2026, 2, 5, 12);

/** Records of which each is a second older than the one before. */
const newest = (count: number, skip = 0) =>
  Array.from({ length: count }, (_, index) => ({
    gid: `${index + skip}`,
    name: 'Pumps',
    created_at: new Date(noon - (index + skip) * 1000).toISOString(),
  }));

describe('an operation that searches', () => {
  const { asana, run } = useFakeRun();

  it('finds all projects, though one search gives no more than a hundred', async () => {
    asana.answer(
      { body: { data: newest(100) } },
      { body: { data: newest(31, 99) } }
    );
    const { data } = await run(
      searchRecords('searchProjectsForWorkspace', ['7'], { text: 'Pumps' })
    );
    expect(data).to.have.length(130);
    expect(data[0]).to.have.all.keys('gid', 'name');
    expect(asana.requests[1]!.path).to.equal(
      '/api/1.0/workspaces/7/projects/search'
    );
    expect(asana.requests[1]!.query).to.include({
      text: 'Pumps',
      sort_by: 'created_at',
      'created_at.before': new Date(noon - 99_000 + 1).toISOString(),
    });
  });

  it('asks only for what Asana’s search of projects knows, where many were made at once', async () => {
    const created_at = new Date(noon).toISOString();
    const same = newest(100).map(each => ({ ...each, created_at }));
    asana.answer(
      { body: { data: same } },
      { body: { data: same } },
      { body: { data: same.slice(0, 60) } },
      { body: { data: same.slice(60) } },
      { body: { data: [] } }
    );
    const { data } = await run(
      searchRecords('searchProjectsForWorkspace', ['7'])
    );
    expect(data).to.have.length(100);
    expect(
      asana.requests.flatMap(({ query }) => Object.keys(query ?? {}))
    ).to.not.include.members(['modified_at.after', 'is_subtask']);
  });

  for (const params of [
    { limit: 5 },
    { limit: undefined, sort_by: 'due_date' },
  ]) {
    it(`gives the page that Asana gives with ${JSON.stringify(params)}`, async () => {
      asana.answer({ body: { data: newest(5) } });
      const { data } = await run(
        searchRecords('searchTasksForWorkspace', ['7'], params)
      );
      expect(data).to.eql(newest(5));
      expect(asana.requests).to.have.length(1);
      expect(asana.requests[0]!.query).to.include({
        limit: String(params.limit ?? 100),
      });
    });
  }

  it('refuses a name that Asana would ignore', async () => {
    for (const params of [{ txt: 'pump' }, { txt: 'pump', limit: 5 }]) {
      const error = await failureOf(() =>
        run(searchRecords('searchTasksForWorkspace', ['7'], params))
      );
      expect(error.message).to.include('does not know "txt"');
    }
    expect(asana.requests).to.eql([]);
  });

  it('takes custom fields', async () => {
    asana.answer({ body: { data: [] } });
    await run(
      searchRecords('searchTasksForWorkspace', ['7'], {
        'custom_fields.12.value': 'pump',
      })
    );
    expect(asana.requests[0]!.query).to.include({
      'custom_fields.12.value': 'pump',
    });
  });
});
