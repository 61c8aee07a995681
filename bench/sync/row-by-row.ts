/** A job that upserts row by row, in `each`, as version 5.1.2 had it. */
import { each } from '@openfn/language-common';
import { upsertTask } from '../../src/Adaptor.js';
import { caseRow, changedRow, range, type CaseRow } from '../support/cases.js';
import { round } from '../support/numbers.js';
import { quietly } from '../support/quiet.js';
import type { Contestant } from './adaptor.js';
import type { PlaceOptions } from './place.js';
import { expect, race } from './race.js';
import { scanPerRow } from './scripts.js';
import { leastSeconds } from './theory.js';

const options: PlaceOptions = { cases: 1000, latencyMs: 5 };
const pages = options.cases / 100;
const half = 50;

/** First those that are there. */
const rows = [
  ...range(0, half, changedRow),
  ...range(options.cases, options.cases + half, caseRow),
];

const rowByRow: Contestant = async ({ configuration, projectGid }) => {
  const operation = each(
    rows,
    upsertTask(projectGid, state => ({
      externalId: 'Case ID',
      data: state.data as CaseRow,
    }))
  );
  await quietly(() => operation({ configuration }));
};

export async function reportRowByRow(): Promise<void> {
  const ours = await race(options, rowByRow, rows);
  expect('upsertTask in each', ours, {
    settings: 1,
    pages,
    updates: half,
    creates: half,
    others: 0,
  });
  const scan = await race(options, scanPerRow, rows);
  // The project has an eleventh page from the first new task on.
  const pagesOfScans = rows.length * pages + half - 1;
  expect('one scan for each row', scan, {
    requests: pagesOfScans + rows.length,
  });
  const requests = 1 + pages + rows.length;
  const limit = leastSeconds({
    reads: requests,
    writes: 0,
    lastReads: 0,
    latency: options.latencyMs / 1000,
    slots: 1,
  });
  console.log(
    `\n${rows.length} rows, one by one in each, into ${options.cases} tasks, ${options.latencyMs} ms for an answer; the limit is ${round(limit, 2)} s:`
  );
  console.table(
    Object.fromEntries(
      Object.entries({ 'upsertTask, with names': ours, '5.1.2': scan }).map(
        ([name, finish]) => [
          name,
          {
            requests: finish.requests,
            seconds: round(finish.seconds, 2),
            'times the limit': round(finish.seconds / limit, 2),
            'part of 5.1.2': round(finish.seconds / scan.seconds, 3),
          },
        ]
      )
    )
  );
}
