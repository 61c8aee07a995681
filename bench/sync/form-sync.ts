import { round } from '../support/numbers.js';
import { adaptor } from './adaptor.js';
import { cases, changed, created, rows, unchanged } from './form-rows.js';
import type { PlaceOptions } from './place.js';
import { expect, race, type Finish } from './race.js';
import { listThenWrite, listThenWriteChanges, scanPerRow } from './scripts.js';
import { leastSeconds } from './theory.js';

const pages = cases / 100;
const latencyMs = 20;
const perMinute = 1500;
const slots = 15;
const rounds = 3;
/** How many rows are upserted by a scan for each: all would take an hour. */
const scanned = 6;
/** How many times slower than the real time. */
const slowness = 5;

/** Of the adaptor. The last one looks whether others created the same tasks. */
const asItShouldBe: Partial<Finish> = {
  settings: 1,
  pages,
  creates: created,
  updates: changed,
  counts: 1,
  others: 0,
};

const least = {
  reads: 1 + pages,
  writes: created + changed,
  lastReads: 1,
  slots,
};

/** Rows of a form into a project, at a quota and without one; then again. */
export async function reportFormSync(): Promise<void> {
  console.log(
    `\n${rows.length} rows (${created} new, ${changed} changed, ${unchanged} unchanged) into ${cases} tasks, with names:`
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

  const all: Finish[] = [];
  while (all.length < rounds) all.push(await race(options, adaptor, rows));
  for (const each of all) expect('upsertTasks', each, asItShouldBe);
  const ours = all.sort((a, b) => a.seconds - b.seconds)[
    (rounds - 1) / 2
  ] as Finish;
  const every = await race(options, listThenWrite, rows);
  expect('list then write', every, {
    creates: created,
    updates: changed + unchanged,
  });
  const changes = await race(options, listThenWriteChanges, rows);
  expect('list then write', changes, { creates: created, updates: changed });
  const scan = await race(options, scanPerRow, rows.slice(0, scanned));
  const slow = await race({ ...options, scale: 1 / slowness }, adaptor, rows);

  console.log(
    `\nNo quota, ${latencyMs} ms for an answer, in seconds, of upsertTasks the median of ${rounds} rounds; the limit is ${round(limit, 2)}:`
  );
  console.table(
    Object.fromEntries(
      Object.entries({
        upsertTasks: ours,
        'SDK, all one by one': every,
        'SDK, changes one by one': changes,
      }).map(([name, finish]) => [
        name,
        {
          ...row(finish, limit),
          'times upsertTasks': round(finish.seconds / ours.seconds, 1),
        },
      ])
    )
  );
  const [leastEvery, leastChanges] = [
    created + changed + unchanged,
    least.writes,
  ]
    .map(writes => leastOneByOne(pages + writes) / slow.seconds)
    .map(times => round(times, 1));
  console.log(
    `In a time ${slowness} × as slow, so that the machine has little part in it, upsertTasks takes ${round(slow.seconds, 2)} s: ${round(slow.seconds / limit, 2)} times the limit. One by one, all rows take at least ${leastEvery} times as long, the changes at least ${leastChanges} times.`
  );
  const perRow = scan.seconds / scanned;
  const seconds = perRow * rows.length;
  const requests = (scan.requests / scanned) * rows.length;
  console.log(
    `One scan for each row, as 5.1.2 upserts: ${scanned} rows took ${scan.requests} requests and ${round(scan.seconds, 1)} s. All ${rows.length} would take ${round(seconds)} s even if the project did not grow, ${round(seconds / ours.seconds)} times as long as upsertTasks, and at least ${round(requests / perMinute)} minutes of a quota of ${perMinute}.`
  );
}

/** The latency of so many requests; no script has less than that. */
const leastOneByOne = (requests: number): number =>
  (requests * latencyMs) / 1000;
