import { round } from '../support/numbers.js';
import { caseRow, changedRow, range } from '../support/cases.js';
import { adaptor } from './adaptor.js';
import { startPlace, type PlaceOptions } from './place.js';
import { expect, race, run, type Finish } from './race.js';
import {
  listThenWrite,
  listThenWriteChanges,
  scanPerRow,
  type Script,
} from './scripts.js';
import { leastSeconds } from './theory.js';

const cases = 5000;
const some = 500;
const pages = cases / 100;
const latencyMs = 20;
const perMinute = 1500;
const slots = 15;
/** For whom so many scans would take hours. */
const scanned = 6;

/** A thousand new ones, 500 that changed, 500 that did not. */
const rows = [
  ...range(0, some, caseRow),
  ...range(some, 2 * some, changedRow),
  ...range(cases, cases + 2 * some, caseRow),
];
const writes = 3 * some;

/** Two of three cases change their severity, all of them their notes. */
const asItShouldBe: Partial<Finish> = {
  settings: 1,
  pages,
  creates: 2 * some,
  updates: some,
  counts: 1,
  others: 0,
};

const least = { reads: 1 + pages, writes, lastReads: 1, slots };

/** Rows of a form into a project, at a quota and without one; then again. */
export async function reportFormSync(): Promise<void> {
  console.log(
    `\n${rows.length} rows (${2 * some} new, ${some} changed, ${some} unchanged) into ${cases} tasks, with names:`
  );
  await atQuota();
  await withoutQuota();
}

async function atQuota(): Promise<void> {
  const limit = leastSeconds({
    ...least,
    latency: latencyMs / 1000,
    perMinute,
  });
  const options: PlaceOptions = { cases, latencyMs, perMinute, scale: 3 };
  const ours = await race(options, adaptor, rows);
  expect('upsertTasks', ours, asItShouldBe);
  const theirs = await race(options, listThenWriteChanges, rows);
  console.log(
    `\nRequests of the adaptor: ${sumOf(ours)}, and ${ours.rejected} rejected while the plan was not known`
  );
  console.log(
    `At ${perMinute} a minute, in virtual seconds; the limit is ${round(limit, 1)}:`
  );
  console.table({
    upsertTasks: row(ours, limit),
    'SDK, changes one by one': row(theirs, limit),
  });
}

const sumOf = ({ settings, pages, creates, updates, counts }: Finish): string =>
  `${settings} settings + ${pages} pages + ${creates} creates + ${updates} updates + ${counts} count = ${settings + pages + creates + updates + counts}`;

const row = (finish: Finish, limit: number) => ({
  requests: finish.requests,
  rejected: finish.rejected,
  seconds: round(finish.seconds, 2),
  'times the limit': round(finish.seconds / limit, 2),
  'CPU here': round(finish.ownLoad, 2),
  'CPU there': round(finish.sandboxLoad, 2),
});

async function withoutQuota(): Promise<void> {
  const limit = leastSeconds({ ...least, latency: latencyMs / 1000 });
  const options: PlaceOptions = { cases, latencyMs };
  const results: Record<string, Finish> = {};

  const place = await startPlace(options);
  const ours = await run(place, adaptor, rows);
  expect('upsertTasks', ours, asItShouldBe);
  results.upsertTasks = ours;
  await place.stop();

  // As if the machine were five times as fast.
  const slow = await race({ ...options, scale: 1 / 5 }, adaptor, rows);
  results['upsertTasks, slow time'] = slow;

  const scripts: Record<string, Script> = {
    'SDK, all one by one': listThenWrite,
    'SDK, changes one by one': listThenWriteChanges,
  };
  for (const [name, script] of Object.entries(scripts)) {
    results[name] = await race(options, script, rows);
  }
  const scan = await race(options, scanPerRow, rows.slice(0, scanned));

  console.log(
    `\nNo quota, ${latencyMs} ms for an answer, in seconds; the limit is ${round(limit, 2)}:`
  );
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([name, finish]) => [
        name,
        {
          ...row(finish, limit),
          'times upsertTasks': round(finish.seconds / ours.seconds, 1),
        },
      ])
    )
  );
  const perRow = scan.seconds / scanned;
  console.log(
    `One scan for each row, as 5.1.2 upserts: ${scanned} rows took ${scan.requests} requests and ${round(scan.seconds, 1)} s. All ${rows.length} would take ${round(perRow * rows.length)} s even if the project did not grow, ${round((perRow * rows.length) / ours.seconds)} times as long as upsertTasks, and ${round(((scan.requests / scanned) * rows.length) / perMinute)} minutes of a quota of ${perMinute}.`
  );
}
