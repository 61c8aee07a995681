import { expect } from 'chai';
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { execute, upsertTasks } from '../../src/Adaptor.js';
import { AsanaError } from '../../src/errors.js';
import { forgetClients } from '../../src/http/client.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { Report } from '../../src/sync/report.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { createClock } from './operations/clock.js';
import { createDeadlines } from './operations/deadlines.js';
import { createWire } from './operations/wire.js';
import { propertyRuns } from './runs.js';
import { boardNow, plant } from './sync/board.js';
import { expected, type Outcome } from './sync/model.js';
import { program, type Program, type ProgramRow } from './sync/program.js';

/** In milliseconds of real time: a sync that takes longer never ends. */
const longestSync = 20_000;
/** Leaves some time to look for a smaller program that fails as well. */
const longestRun = 60_000 + 400 * propertyRuns.numRuns;

/** Every fault strikes a few times only. */
const mostRuns = 20;

describe('any rows on any board under any faults', () => {
  const clock = createClock();
  let sandbox: Sandbox;
  const captured = useCapturedConsole();

  before(async () => {
    sandbox = await startSandbox({ now: () => clock.now() });
  });
  after(() => sandbox.close());

  it('become what the documentation says, and nothing is left to write', async () => {
    await fc.assert(
      fc.asyncProperty(program, async given => {
        sandbox.reset();
        captured.lines.splice(0);
        const wire = createWire(sandbox, clock);
        const deadlines = createDeadlines(sandbox, wire);
        const restore = useEnvironment({
          now: () => clock.now(),
          random: () => 0.5,
          after: (...each) => deadlines.after(...each),
          dispatcher: wire.dispatcher,
          sleep: milliseconds => clock.sleep(milliseconds),
        });
        try {
          await check(given);
        } finally {
          restore();
          await wire.close();
        }
      }),
      {
        ...propertyRuns,
        timeout: longestSync,
        interruptAfterTimeLimit: longestRun,
        markInterruptAsFailure: true,
      }
    );
  }).timeout(longestRun + 2 * longestSync);

  async function check(given: Program): Promise<void> {
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    await plant(sandbox, clock, project, given);
    const before = boardNow(sandbox);
    const outcome = expected(given);

    const dry = await runWhole(given, { dryRun: true });
    expect(kindsOf(dry), 'the report of a dry run').to.eql(kindsOf(outcome));
    expect(boardNow(sandbox), 'the board after a dry run').to.eql(before);
    expect(writes(0), 'writes of a dry run').to.eql([]);

    const report = await runUnder(given, outcome);
    if (given.rules.length === 0) {
      expect(kindsOf(report), 'the report').to.eql(kindsOf(outcome));
      expect(
        report.duplicates.map(({ key }) => key).sort(),
        'keys that are double'
      ).to.eql(outcome.duplicates);
    }
    expect(boardNow(sandbox), 'the board').to.eql(outcome.board);

    const mark = sandbox.requests.length;
    const again = await runWhole(given, {});
    expect(writes(mark), `second run: ${JSON.stringify(again)}`).to.eql([]);
    expect(boardNow(sandbox), 'the board in the end').to.eql(outcome.board);
  }

  /** Until no row fails but those that have to. */
  async function runUnder(
    given: Program,
    { rows: { failed } }: Outcome
  ): Promise<Report> {
    for (const rule of given.rules) {
      const text = JSON.stringify(rule.fault);
      if (text.includes('{token}')) continue;
      sandbox.faults.add(rule);
    }
    for (let count = 1; count <= mostRuns; count++) {
      const report = await runWhole(given, {}).catch((error: unknown) => {
        if (error instanceof AsanaError && given.rules.length > 0) return;
        throw error;
      });
      const isDone = report?.failed.every(({ row }) => failed.includes(row));
      if (report && isDone) {
        sandbox.faults.clear();
        return report;
      }
      if (given.rules.length === 0) throw new Error(JSON.stringify(report));
    }
    throw new Error(`Rows fail after ${mostRuns} runs.`);
  }

  /** A run that knows nothing of those before it; a report in an error counts. */
  async function runWhole(
    { rows, externalId, onExisting, failOnError, createMissing }: Program,
    options: { readonly dryRun?: boolean }
  ): Promise<Report> {
    forgetClients();
    const operation = upsertTasks(
      'grievances – lake region',
      rows.map(row => toRow(row, externalId)),
      {
        externalId,
        onExisting,
        failOnError,
        createMissingOptions: createMissing,
        createMissingSections: createMissing,
        createMissingTags: createMissing,
        ...options,
      }
    );
    const workspaceGid = sandbox.asana.store.workspaces.all()[0]!.gid;
    const configuration = { ...sandbox.configuration, workspaceGid };
    try {
      const { data } = await execute(operation)({ configuration });
      const report = data as Report;
      expect(report.failed.length === 0 || !failOnError).to.equal(true);
      return report;
    } catch (error) {
      const isReported =
        error instanceof AsanaError && error.code === 'ROWS_FAILED';
      if (!isReported) throw error;
      expect(failOnError).to.equal(true);
      return (error as unknown as { report: Report }).report;
    }
  }

  const writes = (mark: number): string[] =>
    sandbox.requests
      .slice(mark)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
});

const kinds = [
  'created',
  'updated',
  'unchanged',
  'skipped',
  'superseded',
  'failed',
] as const;

/** Which rows ended how. */
const kindsOf = (from: Report | Outcome): Record<string, number[]> =>
  Object.fromEntries(
    kinds.map(kind => [
      kind,
      ('rows' in from
        ? [...from.rows[kind]]
        : from[kind].map(({ row }) => row)
      ).sort((a, b) => a - b),
    ])
  );

function toRow(
  { key, content, parent }: ProgramRow,
  externalId: Program['externalId']
): object {
  const { due, fields = {}, ...rest } = content;
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, { given }]) => [name, given])
  );
  const hasFields = content.fields !== undefined || externalId !== 'name';
  return {
    ...Object.fromEntries(
      Object.entries(rest).map(([name, said]) => [name, said.given])
    ),
    ...(due && { [due.meant.field]: due.given }),
    ...(parent && { parent: parent.given }),
    ...(externalId === 'name' && { name: key.given }),
    ...(hasFields && {
      custom_fields: {
        ...values,
        ...(externalId !== 'name' && { case_id: key.given }),
      },
    }),
  };
}
