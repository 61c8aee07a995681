import { expect } from 'chai';
import {
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { deleteTask, eachTask, execute, getTasks } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { makeTasks } from './make-tasks.js';

interface Task {
  readonly gid: string;
}

const noon = Date.UTC(2026, 2, 5, 12);
const hour = 3_600_000;

describe('long lists against the sandbox', () => {
  let sandbox: Sandbox;
  let project: string;
  let gids: string[];
  /** It moves on where a test says so. */
  let clock: number;
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const start = async (count: number, options: SandboxOptions = {}) => {
    clock = noon;
    sandbox = await startSandbox({ now: () => clock, ...options });
    project = sandbox.asana.store.projects.all()[0]!.gid;
    gids = await makeTasks(
      sandbox,
      project,
      Array.from({ length: count }, (_, index) => `Task ${index}`)
    );
  };
  afterEach(() => sandbox.close());

  const run = (operation: Operation): Promise<State> =>
    execute(operation)({ configuration: sandbox.configuration });

  /** What eachTask comes by; `visit` may do something at each task. */
  async function goThrough(visit: (index: number) => void = () => {}) {
    const seen: string[] = [];
    const { data } = await run(
      eachTask(project, {}, (_, { gid }: Task) => {
        visit(seen.length);
        seen.push(gid);
      })
    );
    expect(data).to.eql({ count: seen.length });
    return seen;
  }

  it('are gone through task by task, in three requests for 230', async () => {
    await start(230);
    const seen = await goThrough();
    expect(seen).to.have.length(230);
    expect(seen).to.have.members(gids);
    expect(sandbox.requests).to.have.length(3);
  });

  it('go on behind pages that are empty, be it the first one', async () => {
    await start(230);
    sandbox.faults.add({
      match: { method: 'GET', nth: [1, 3] },
      fault: { type: 'empty-page' },
    });
    expect(await goThrough()).to.have.members(gids);
    expect(sandbox.requests).to.have.length(5);
  });

  it('bring each task once when the offset has expired on the way', async () => {
    await start(330, { offsetLifetimeMs: hour });
    const seen = await goThrough(index => {
      // By now the second page is there, and the third has not been asked for.
      if (index === 99) clock += 2 * hour;
    });
    expect(seen).to.have.length(330);
    expect(seen).to.have.members(gids);
    expect(
      captured.lines.filter(line => line.includes('once more from the start'))
    ).to.have.length(1);
  });

  it('fail in the words of Asana when offsets expire all the time', async () => {
    await start(230, { offsetLifetimeMs: -1 });
    const error = await failureOf(() => run(getTasks(project)));
    expect(error.message).to.include('Your pagination token has expired.');
    expect(sandbox.requests.map(({ status }) => status)).to.eql([
      200, 400, 200, 400,
    ]);
  });

  it('lose none while each task is deleted on the way', async () => {
    await start(230);
    const { data } = await run(
      eachTask(project, {}, (_, { gid }: Task) => deleteTask(gid))
    );
    expect(data).to.eql({ count: 230 });
    expect(sandbox.asana.store.tasks.all()).to.eql([]);
  });

  it('come through failures between their pages', async () => {
    await start(230);
    sandbox.faults.add({
      match: { every: 2 },
      fault: { type: 'error', status: 502 },
    });
    expect(await goThrough()).to.have.members(gids);
  });
});

describe('deleteTask against the sandbox', () => {
  let sandbox: Sandbox;
  let gid: string;
  useFakeEnvironment();
  useCapturedConsole();

  beforeEach(async () => {
    sandbox = await startSandbox();
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    [gid] = (await makeTasks(sandbox, project, ['Pump'])) as [string];
  });
  afterEach(() => sandbox.close());

  const remove = () =>
    execute(deleteTask(gid))({ configuration: sandbox.configuration });

  for (const type of ['reset-before', 'reset-after', 'truncated'] as const) {
    it(`deletes the task in spite of ${type}`, async () => {
      sandbox.faults.add({ match: { nth: 1 }, fault: { type } });
      const { data } = await remove();
      expect(data).to.eql({});
      expect(sandbox.asana.store.tasks.all()).to.eql([]);
      expect(sandbox.requests).to.have.length(2);
    });
  }

  it('says that there is no such task when it was deleted before', async () => {
    await remove();
    const error = await failureOf(remove);
    expect(error).to.include({ code: 'REFUSED', statusCode: 404 });
  });
});
