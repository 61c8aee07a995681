import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { execute, upsertTasks } from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import type { Report } from '../../src/sync/report.js';
import { propertyRuns } from '../property/runs.js';
import { useCapturedConsole } from '../support/captured-console.js';
import {
  boardOf,
  fillBoard,
  syncRows,
  type SyncRow,
} from '../support/sync-board.js';
import { useSyncProcesses, type SyncProcess } from '../support/sync-process.js';
import { untilQuiet, watchAsana } from '../support/watch-asana.js';
import { randomFrom } from '../support/random-from.js';

/** PROPERTY_SEED brings the same moments again. */
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000);

const count = 300;
/** How often the process is killed among so many rows: 50 times, unless said. */
const kills = Math.ceil(propertyRuns.numRuns / 10);

describe(`a sync that is killed at any moment (PROPERTY_SEED=${seed})`, () => {
  const random = randomFrom(seed);
  const processes = useSyncProcesses();
  let sandbox: Sandbox;
  let project: string;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  useCapturedConsole();

  const begin = async (count: number) => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
    await fillBoard(sandbox, project, count);
  };

  /** A run to its end, which knows nothing of those before it. */
  const run = async (rows: readonly SyncRow[]): Promise<Report> => {
    forgetClients();
    const state = await execute(
      upsertTasks(project, [...rows], { externalId: 'name' })
    )({ configuration: sandbox.configuration });
    return state.data;
  };

  /** Kills a process at the nth request, before or after its effect. */
  const runAndKill = async (
    child: SyncProcess,
    rows: readonly SyncRow[],
    { nth, moment }: { nth: number; moment: 'before' | 'after' }
  ) => {
    let seen = 0;
    const unwatch = watchAsana(sandbox, {
      [moment]: () => {
        if (++seen === nth) child.kill();
      },
    });
    const { configuration } = sandbox;
    void child.run({ configuration, project, rows });
    await child.ended;
    await untilQuiet(sandbox);
    unwatch();
  };

  it(`is the same board after a second run, with ${count} rows, ${kills} times`, async () => {
    const rows = syncRows(count);
    await begin(count);
    const report = await run(rows);
    const undisturbed = boardOf(sandbox);
    const total = sandbox.requests.length;
    expect(report.failed).to.eql([]);
    expect(undisturbed).to.have.length(count);

    let next = processes.start();
    for (let kill = 1; kill <= kills; kill++) {
      const child = await next;
      // It loads while this one works.
      next = kill < kills ? processes.start() : next;
      const nth = 1 + Math.floor(random() * total);
      const moment = random() < 0.5 ? 'before' : 'after';
      await begin(count);
      await runAndKill(child, rows, { nth, moment });
      await run(rows);
      expect(
        boardOf(sandbox),
        `killed ${moment} request ${nth} of ${total}, PROPERTY_SEED=${seed}`
      ).to.eql(undisturbed);
    }
    expect((await run(rows)).summary.unchanged).to.equal(count);
  }).timeout(180_000);
});
