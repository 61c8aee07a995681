/**
 * Writing at the edge of what Asana allows, without being told the plan: how
 * near the adaptor comes to the least time there can be, how much is rejected
 * on the way, and what reaches the job. Beside it Asana's own SDK, as a plain
 * script and as a patient one, and one scan for each row, as version 5.1.2
 * upserts. The sandbox has a process of its own, and both have the same
 * virtual time, which passes faster than the real one.
 */
import {
  adaptor,
  patientScript,
  plainScript,
  scanPerRow,
  type Contestant,
} from './limits/contestants.js';
import { race, type Finish } from './limits/race.js';
import { reportSlots } from './limits/slots.js';
import type { Load } from './limits/theory.js';
import { percent, round } from './support/numbers.js';

const paid = { perMinute: 1500, writes: 3000 };
const free = { perMinute: 150, writes: 600 };

type Scales = Record<'paid' | 'free', Record<Load['shape'], number>>;

/**
 * Virtual seconds in a real one. Fifteen writes in 20 ms are as much as the
 * sandbox can do with one processor, so the bursts of a paid plan need the real
 * time; a bucket has hardly any.
 */
const exact: Scales = {
  paid: { sliding: 1, fixed: 1, bucket: 6 },
  free: { sliding: 20, fixed: 20, bucket: 40 },
};

/** For numbers that need not be exact. */
const rough: Scales = {
  paid: { sliding: 9, fixed: 9, bucket: 9 },
  free: { sliding: 60, fixed: 60, bucket: 60 },
};

const shapes = ['sliding', 'fixed', 'bucket'] as const;

const start = performance.now();
await compare('The adaptor, all writes at once, plan unknown', adaptor, exact);
await compare(
  "Asana's SDK, 15 at a time, waiting as it is told",
  patientScript,
  rough
);
await compare(
  "Asana's SDK, one after the other, until the first error",
  plainScript,
  rough
);
await scan();
await reportSlots();
console.log(
  `\nAll of this took ${round((performance.now() - start) / 1000)} s`
);

async function compare(
  title: string,
  contestant: Contestant,
  scales: Scales
): Promise<void> {
  const rows: Record<string, unknown>[] = [];
  for (const [plan, { perMinute, writes }] of [
    ['paid', paid],
    ['free', free],
  ] as const) {
    for (const shape of shapes) {
      const load: Load = { shape, perMinute, writes };
      const scale = scales[plan][shape];
      rows.push(row(load, await race({ load, contestant, scale })));
    }
  }
  console.log(`\n${title}:`);
  console.table(rows);
}

function row(load: Load, finish: Finish): Record<string, unknown> {
  const { seconds, least, leastAtThat, ms } = finish;
  const isDone = finish.created === load.writes;
  return {
    shape: load.shape,
    'per minute': load.perMinute,
    writes: load.writes,
    accepted: finish.created,
    rejected: finish.rejected,
    'rejected %': percent(finish.rejected, finish.created),
    errors: finish.errors,
    'virtual s': round(seconds, 1),
    'least s': round(least, 1),
    ratio: isDone ? round(seconds / least, 3) : 'gave up',
    ...(isDone &&
      ms > 0 && {
        'ms a write': round(ms),
        'least s at that': round(leastAtThat, 1),
        'ratio at that': round(seconds / leastAtThat, 3),
      }),
    'CPU here': percent(finish.ownLoad, 1),
    'CPU there': percent(finish.sandboxLoad, 1),
  };
}

async function scan(): Promise<void> {
  const fill = 1000;
  const load: Load = { shape: 'sliding', perMinute: 1500, writes: 60 };
  const { seconds, requests, rejected } = await race({
    load,
    contestant: scanPerRow,
    scale: 10,
    fill,
  });
  const perRow = requests / load.writes;
  console.log(
    `\nOne scan for each row, as 5.1.2 upserts: ${load.writes} rows into a project of ${fill} tasks took ${requests} requests (${rejected} rejected) and ${round(seconds)} virtual s. At ${round(perRow, 1)} requests a row, ${paid.writes} rows would take at least ${round((perRow * paid.writes) / paid.perMinute)} minutes of a quota of ${paid.perMinute}, even if the project did not grow.`
  );
}
