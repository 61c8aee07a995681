/**
 * What changed since the last run: the requests and the time that `getChanges`
 * takes beside reading everything again, after many changes, and after as few as
 * an hour brings. `--tasks` and `--changes` make it smaller.
 */
import { parseArgs } from 'node:util';
import { getChanges } from '../src/Adaptor.js';
import type { ChangesReport } from '../src/events/report.js';
import { forgetClients } from '../src/http/client.js';
import { startBoard, type Board } from './changes/board.js';
import { round } from './support/numbers.js';
import { quietly } from './support/quiet.js';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    tasks: { type: 'string', default: '50000' },
    changes: { type: 'string', default: '10000' },
  },
});
const tasks = Number(values.tasks);
const many = Number(values.changes);
const few = Math.ceil(many / 100);

const opt_fields = 'name,notes,completed,assignee.name,due_on,modified_at';

interface Measured {
  readonly reported: number;
  readonly requests: number;
  readonly seconds: number;
}

let asana: unknown;

/** A run of a job that knows of those before it only what is on its state. */
async function measure(board: Board, options: object): Promise<Measured> {
  const { configuration, project } = board;
  forgetClients();
  const before = await board.requests();
  const start = performance.now();
  const operation = getChanges(project, { opt_fields, ...options });
  const state = await quietly(() => operation({ configuration, asana }));
  const seconds = (performance.now() - start) / 1000;
  asana = JSON.parse(JSON.stringify(state.asana));
  const { changed } = state.data as ChangesReport;
  return {
    reported: changed.length,
    requests: (await board.requests()) - before,
    seconds,
  };
}

const board = await startBoard({ tasks });
const results: Record<string, Measured> = {};
// The first requests of a process take long, whoever sends them.
await measure(board, {});
results['all, read again'] = await measure(board, { full: true });
for (const count of [many, few, 0]) {
  for (const [how, options] of [
    ['', {}],
    [', with knownGids', { knownGids: board.gids }],
  ] as const) {
    // What was modified in the last two minutes is looked up again.
    await measure(board, { full: true });
    asana = later(asana);
    await board.change(count);
    const name = `${count} changes${how}`;
    const result = await measure(board, options);
    if (result.reported !== count) {
      throw new Error(`${name}: ${result.reported} were reported`);
    }
    results[name] = result;
  }
}
await board.stop();

/** As if the last run were by so much later that its overlap is over. */
function later(state: unknown): unknown {
  const { changes } = state as {
    readonly changes: Record<string, { sync: string; readAt: string }>;
  };
  const [[gid, place]] = Object.entries(changes) as [
    [string, { sync: string; readAt: string }],
  ];
  // The time of an answer has no milliseconds.
  const readAt = new Date(Date.now() + 120_000).toISOString();
  return { changes: { [gid]: { ...place, readAt } } };
}

console.log(`\nA project of ${tasks} tasks, a tenth of them subtasks:`);
console.table(
  Object.fromEntries(
    Object.entries(results).map(([name, { reported, requests, seconds }]) => [
      name,
      {
        'tasks reported': reported,
        requests,
        seconds: round(seconds, 2),
        'minutes at 1,500 a minute': round(requests / 1500, 2),
      },
    ])
  )
);
