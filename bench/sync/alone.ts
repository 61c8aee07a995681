/** Brings many rows in step, in a process of its own, and reports. */
import { busy } from '../support/busy.js';
import { caseRow, changedRow, range, type CaseRow } from '../support/cases.js';
import { quietly } from '../support/quiet.js';
import type { SandboxProcess } from '../support/sandbox-process.js';
import { loadShipped } from '../support/shipped.js';
import { listThenWriteChanges } from './scripts.js';

export interface Alone {
  readonly client: 'upsertTasks' | 'SDK';
  readonly rows: 'none' | 'unchanged' | 'failing' | 'differing';
  readonly many: number;
  /** Whether to collect what is not in use, to see what is. */
  readonly collects: boolean;
  readonly configuration: SandboxProcess['configuration'];
  readonly projectGid: string;
  readonly fields: SandboxProcess['fields'];
}

export interface AloneReport {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most that was in use right after a collection, in bytes. */
  readonly heap: number;
  /** The most that the process had of the machine, in bytes. */
  readonly rss: number;
  /** Of the report to the job, as JSON, in bytes. */
  readonly size: number;
}

const { client, rows, many, collects, ...place } = JSON.parse(
  process.argv[2] ?? '{}'
) as Alone;

/** An option that the field does not have. */
const failingRow = (number: number): CaseRow => {
  const row = caseRow(number);
  return { ...row, custom_fields: { ...row.custom_fields, Severity: 'Dire' } };
};

const kinds: Record<Alone['rows'], () => CaseRow[]> = {
  none: () => [],
  unchanged: () => range(0, many, caseRow),
  failing: () => range(0, many, failingRow),
  differing: () => range(0, many, changedRow),
};

const { upsertTasks } = await loadShipped();

async function byAdaptor(given: readonly CaseRow[]): Promise<unknown> {
  const { configuration, projectGid } = place;
  if (rows === 'none') return undefined;
  const operation = upsertTasks(projectGid, given, {
    externalId: 'Case ID',
    failOnError: false,
    dryRun: rows === 'differing',
  });
  return (await operation({ configuration })).data;
}

const byScript = (given: readonly CaseRow[]): Promise<void> =>
  listThenWriteChanges({ ...place, sleep: () => Promise.resolve() }, given);

let heap = 0;
function look(): void {
  globalThis.gc?.();
  heap = Math.max(heap, process.memoryUsage().heapUsed);
}

const given = kinds[rows]();
const looking = collects ? setInterval(look, 50) : undefined;
const { result, seconds, cpuMs } = await quietly(() =>
  busy<unknown>(() =>
    client === 'upsertTasks' ? byAdaptor(given) : byScript(given)
  )
);
if (collects) look();
clearInterval(looking);

const report: AloneReport = {
  seconds,
  cpuSeconds: cpuMs / 1000,
  heap,
  rss: process.resourceUsage().maxRSS * 1024,
  size: Buffer.byteLength(JSON.stringify(result ?? '')),
};
process.send?.(report, () => process.disconnect());
