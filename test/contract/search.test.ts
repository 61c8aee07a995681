import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { execute, searchTasks } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { makeTasks, tell } from './make-tasks.js';

const noon = Date.UTC(2026, 2, 5, 12);

describe('searchTasks against the sandbox', () => {
  let sandbox: Sandbox;
  let workspaceGid: string;
  let project: string;
  /** It stands still, so that tasks are made in the same millisecond. */
  let clock = noon;

  before(async () => {
    sandbox = await startSandbox({ searchLagMs: 0, now: () => clock });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    clock = noon;
    sandbox.reset();
    workspaceGid = sandbox.asana.store.workspaces.all()[0]!.gid;
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  useFakeEnvironment();
  useCapturedConsole();

  const run = (...operations: Operation[]): Promise<State> =>
    execute(...operations)({
      configuration: { ...sandbox.configuration, workspaceGid },
    });

  /** Makes tasks, and lets the clock go on by `step` before each. */
  async function create(count: number, step: number, name = 'Pump') {
    const gids: string[] = [];
    for (let index = 0; index < count; index++) {
      clock += step;
      gids.push(...(await makeTasks(sandbox, project, [name])));
    }
    return gids;
  }

  const search = async (query: object, options?: { limit: number }) => {
    const { data } = await run(searchTasks(query, options));
    return data.map(({ gid }: { gid: string }) => gid) as string[];
  };

  const searches = () =>
    sandbox.requests.filter(({ path }) => path.endsWith('/search')).length;

  it('finds 230 tasks in both directions, and the newest of them with a limit', async () => {
    const gids = await create(230, 1000);
    const newestFirst = [...gids].reverse();
    expect(await search({ text: 'pump' })).to.eql(newestFirst);
    expect(await search({ text: 'pump', sort_ascending: true })).to.eql(gids);
    expect(await search({ text: 'pump' }, { limit: 120 })).to.eql(
      newestFirst.slice(0, 120)
    );
    expect(searches()).to.equal(3 + 3 + 2);
  });

  it('finds what was created between two times', async () => {
    const gids = await create(150, 1000);
    const found = await search({
      'created_at.after': new Date(noon + 10_000).toISOString(),
      'created_at.before': new Date(noon + 141_000).toISOString(),
    });
    expect(found).to.eql(gids.slice(10, 140).reverse());
  });

  it('finds 150 tasks that were created in the same millisecond, and those around them', async () => {
    const before = await create(60, 1);
    const together = await create(150, 0);
    clock += 1;
    const after = await create(60, 1);
    for (const sort_ascending of [true, false]) {
      const found = await search({ text: 'pump', sort_ascending });
      expect(found).to.have.length(270);
      expect(found).to.have.members([...before, ...together, ...after]);
    }
  });

  it('finds 210 of one millisecond where they changed at different times', async () => {
    const gids = await create(210, 0);
    for (const gid of gids) {
      clock += 1;
      await tell(sandbox, 'PUT', `/tasks/${gid}`, { notes: 'Seen' });
    }
    const found = await search({ text: 'pump' });
    expect(found).to.have.length(210);
    expect(found).to.have.members(gids);
  });

  it('says so when more were created in one millisecond than can be told apart', async () => {
    await create(205, 0);
    const error = await failureOf(() => search({ text: 'pump' }));
    expect(error.code).to.equal('INCOMPLETE_SEARCH');
    expect(error.message).to.include(new Date(noon).toISOString());
  });

  it('says on a free plan what to do instead', async () => {
    const free = await startSandbox({ plan: 'free' });
    try {
      const error = await failureOf(() =>
        execute(searchTasks({ text: 'pump' }, { workspaceGid }))({
          configuration: free.configuration,
        })
      );
      expect(error.statusCode).to.equal(402);
      expect(error.message).to.include('only available to premium users');
      expect(error.fix).to.include('getTasks()');
    } finally {
      await free.close();
    }
  });
});
