/** Once more with nothing to write: requests, time and memory. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { forgetClients } from '../../src/http/client.js';
import { startChild } from '../support/child.js';
import { round } from '../support/numbers.js';
import { adaptor } from './adaptor.js';
import type { Alone, AloneReport } from './alone.js';
import { cases, changed, created, rows } from './form-rows.js';
import { startPlace, type Place } from './place.js';
import { expect, run } from './race.js';

const many = 10_000;
/** A million bytes, as people read it. */
const megabyte = 1e6;

const script = fileURLToPath(new URL('alone.ts', import.meta.url));

/** The same rows by a second run, which has to find all of them in step. */
export async function reportAgain(): Promise<void> {
  const place = await startPlace({ cases, latencyMs: 0 });
  const first = await run(place, adaptor, rows);
  expect('first run', first, { creates: created, updates: changed });
  forgetClients();
  const second = await run(place, adaptor, rows);
  await place.stop();
  const pages = (cases + created) / 100;
  expect('second run', second, { requests: 1 + pages, settings: 1, pages });
  console.log(
    `\nThe same ${rows.length} rows again, by another run: ${second.requests} requests (1 settings + ${pages} pages), no write, ${round(second.seconds, 2)} s without latency`
  );
}

/** Ten thousand rows, in a process of its own, by what users get. */
export async function reportMany(): Promise<void> {
  const place = await startPlace({ cases: many, latencyMs: 0 });
  const reports: Record<string, AloneReport> = {};
  for (const [name, client, rows] of [
    ['nothing but the import', 'upsertTasks', 'none'],
    ['upsertTasks, unchanged', 'upsertTasks', 'unchanged'],
    ['SDK: list and compare', 'SDK', 'unchanged'],
    ['upsertTasks, all fail', 'upsertTasks', 'failing'],
    ['upsertTasks, dry run, all differ', 'upsertTasks', 'differing'],
  ] as const) {
    reports[name] = await measure(place, { client, rows });
  }
  await place.stop();
  for (const name of ['unchanged', 'all fail']) {
    const { size } = reports[`upsertTasks, ${name}`] as AloneReport;
    if (size >= megabyte) throw new Error(`${name}: a report of ${size} bytes`);
  }

  console.log(`\n${many} rows with a project of ${many} tasks:`);
  console.table(
    Object.fromEntries(
      Object.entries(reports).map(([name, report]) => [
        name,
        {
          seconds: round(report.seconds, 2),
          'CPU s': round(report.cpuSeconds, 2),
          'peak heap in use, MB': round(report.heap / 2 ** 20, 1),
          'peak of the process, MB': round(report.rss / 2 ** 20, 1),
          'report, MB': round(report.size / megabyte, 3),
        },
      ])
    )
  );
}

/** Collecting takes time, so the time is of another process than the heap. */
async function measure(
  place: Place,
  options: Pick<Alone, 'client' | 'rows'>
): Promise<AloneReport> {
  const timed = await alone(place, { ...options, collects: false });
  const { heap } = await alone(place, { ...options, collects: true });
  return { ...timed, heap };
}

async function alone(
  { configuration, projectGid, fields, report }: Place,
  options: Pick<Alone, 'client' | 'rows' | 'collects'>
): Promise<AloneReport> {
  const before = await report();
  const child = startChild(script, {
    ...options,
    configuration,
    projectGid,
    fields,
    many,
  });
  const [result] = (await once(child, 'message')) as [AloneReport];
  const after = await report();
  const count = after.requests - before.requests;
  const isWriting = Object.keys(after.accepted).some(
    kind =>
      !kind.startsWith('GET ') && after.accepted[kind] !== before.accepted[kind]
  );
  if (isWriting) throw new Error(`${options.rows}: there were writes`);
  const expected = requestsOf(options);
  if (count !== expected) throw new Error(`${options.rows}: ${count} requests`);
  return result;
}

/** Where no row is left to write, the project is not read. */
function requestsOf({ rows, client }: Pick<Alone, 'client' | 'rows'>): number {
  if (rows === 'none') return 0;
  const settings = Number(client !== 'SDK');
  return rows === 'failing' ? settings : settings + many / 100;
}
