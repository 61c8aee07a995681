import { expect } from 'chai';
import { execute, searchTasks } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const noon = Date.UTC(2026, 2, 5, 12);

/** Tasks as a search brings them, the newest first. */
const newest = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    gid: String(1000 - from - index),
    name: 'Pump',
    created_at: new Date(noon - (from + index) * 1000).toISOString(),
    modified_at: new Date(noon).toISOString(),
  }));

describe('searchTasks', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({
      configuration: { ...freshConfiguration(), workspaceGid: '3' },
      ...state,
    });

  it('searches the workspace by creation, with the fields that it needs itself', async () => {
    asana.answer({ body: { data: newest(1) } });
    await run(
      searchTasks({ text: (state: State) => state.data, completed: false }),
      {
        data: 'pump',
      }
    );
    expect(asana.requests).to.eql([
      {
        method: 'GET',
        path: '/api/1.0/workspaces/3/tasks/search',
        query: {
          text: 'pump',
          completed: 'false',
          sort_by: 'created_at',
          sort_ascending: 'false',
          limit: '100',
          opt_fields:
            'name,resource_type,resource_subtype,created_at,modified_at',
        },
      },
    ]);
  });

  it('shows of each task what was asked for, and nothing else', async () => {
    asana.answer({ body: { data: newest(1) } }, { body: { data: newest(1) } });
    const { data } = await run(searchTasks({ opt_fields: 'name' }));
    expect(data).to.eql([{ gid: '1000', name: 'Pump' }]);
    const dated = await run(searchTasks({ opt_fields: ['created_at'] }));
    expect(dated.data[0]).to.have.all.keys('gid', 'name', 'created_at');
  });

  it('puts all pages into data, and what was there before on references once', async () => {
    asana.answer(
      { body: { data: newest(100) } },
      // The last moment of a page is asked for again.
      { body: { data: newest(31, 99) } }
    );
    const { data, references, response } = await run(searchTasks({}), {
      data: 'before',
    });
    expect(data.map(({ gid }: { gid: string }) => gid)).to.eql(
      newest(130).map(({ gid }) => gid)
    );
    expect(references).to.eql(['before']);
    expect(response).to.include({ statusCode: 200 });
    expect(response).to.not.have.property('body');
    expect(asana.requests[1]!.query).to.include({
      'created_at.before': new Date(noon - 99_000 + 1).toISOString(),
    });
  });

  it('stops at the limit', async () => {
    asana.answer(
      { body: { data: newest(100) } },
      { body: { data: newest(100, 99) } }
    );
    const { data } = await run(searchTasks({}, { limit: 150 }));
    expect(data).to.have.length(150);
    expect(asana.requests).to.have.length(2);
  });

  it('asks for no more than a small limit', async () => {
    asana.answer({ body: { data: newest(5) } });
    const { data } = await run(searchTasks({}, { limit: 5 }));
    expect(data).to.have.length(5);
    expect(asana.requests[0]!.query).to.include({ limit: '5' });
  });

  it('searches the given workspace rather than that of the credential', async () => {
    asana.answer({ body: { data: [] } });
    const { data } = await run(searchTasks({}, { workspaceGid: '4' }));
    expect(data).to.eql([]);
    expect(asana.requests[0]!.path).to.include('/workspaces/4/');
  });

  it('says how many there were', async () => {
    asana.answer({ body: { data: newest(2) } });
    await run(searchTasks({}));
    expect(captured.lines[captured.lines.length - 1]).to.equal('Found 2 tasks');
  });

  it('says what a free plan can do instead', async () => {
    asana.answer({
      status: 402,
      body: {
        errors: [{ message: 'Search is only available to premium users.' }],
      },
    });
    const error = await failureOf(() => run(searchTasks({ text: 'pump' })));
    expect(error).to.include({ code: 'REFUSED', statusCode: 402 });
    expect(error.fix).to.match(/getTasks\(\).*upsertTask\(\)/);
  });

  for (const [title, operation, message] of [
    ['no query', searchTasks(() => undefined!), '"query" must be an object'],
    ['a slip in a name', searchTasks({ txt: 'pump' }), 'does not know "txt"'],
    ['a limit of 0', searchTasks({}, { limit: 0 }), '"limit" must be'],
    [
      'a workspace that is none',
      searchTasks({}, { workspaceGid: {} as string }),
      '"workspaceGid" must be a gid',
    ],
  ] as const) {
    it(`sends nothing with ${title}`, async () => {
      const error = await failureOf(() => run(operation));
      expect(error.message).to.include(`searchTasks: `).and.include(message);
      expect(asana.requests).to.eql([]);
    });
  }

  it('says where to put the workspace when the token sees several', async () => {
    const workspaces = [
      { gid: '7', name: 'Relief' },
      { gid: '8', name: 'Home' },
    ];
    asana.answer({ body: { data: workspaces } });
    const error = await failureOf(() =>
      run(searchTasks({}), { configuration: freshConfiguration() })
    );
    expect(error.fix).to.include('workspaceGid').and.include('"Home" (8)');
  });
});
