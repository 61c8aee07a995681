import type { CaseRow } from '../support/cases.js';
import { busy } from '../support/busy.js';
import type { Contestant } from './adaptor.js';
import { startPlace, type Place, type PlaceOptions } from './place.js';

/** What a contestant did. */
export interface Finish {
  /** Virtual. */
  readonly seconds: number;
  readonly requests: number;
  readonly rejected: number;
  /** Accepted ones: the settings of the fields, pages of tasks, and so on. */
  readonly settings: number;
  readonly pages: number;
  readonly creates: number;
  readonly updates: number;
  readonly counts: number;
  /** Accepted, and none of these. */
  readonly others: number;
  /** Of one processor, by this process and by the sandbox. */
  readonly ownLoad: number;
  readonly sandboxLoad: number;
}

/** The kinds of requests that there should be. */
const kinds = {
  settings: 'GET /projects/{gid}/custom_field_settings',
  pages: 'GET /projects/{gid}/tasks',
  creates: 'POST /tasks',
  updates: 'PUT /tasks/{gid}',
  counts: 'GET /projects/{gid}/task_counts',
} as const;

/** Runs a contestant in a place that is there already. */
export async function run(
  place: Place,
  contestant: Contestant,
  rows: readonly CaseRow[]
): Promise<Finish> {
  const before = await place.report();
  const start = place.now();
  const { seconds: real, cpuMs } = await busy(() => contestant(place, rows));
  const seconds = place.now() - start;
  const after = await place.report();
  const of = (kind: string): number =>
    (after.accepted[kind] ?? 0) - (before.accepted[kind] ?? 0);
  const [settings, pages, creates, updates, counts] = Object.values(kinds).map(
    of
  ) as [number, number, number, number, number];
  const requests = after.requests - before.requests;
  const rejected = after.rejected - before.rejected;
  const known = settings + pages + creates + updates + counts;
  return {
    seconds,
    requests,
    rejected,
    settings,
    pages,
    creates,
    updates,
    counts,
    others: requests - rejected - known,
    ownLoad: cpuMs / 1000 / real,
    sandboxLoad: (after.cpuMs - before.cpuMs) / 1000 / real,
  };
}

/** The same, in a place of its own. */
export async function race(
  options: PlaceOptions,
  contestant: Contestant,
  rows: readonly CaseRow[]
): Promise<Finish> {
  const place = await startPlace(options);
  try {
    return await run(place, contestant, rows);
  } finally {
    await place.stop();
  }
}

/** Stops the bench where what was counted is not what it should be. */
export function expect(
  what: string,
  finish: Finish,
  expected: Partial<Finish>
): void {
  for (const [name, value] of Object.entries(expected)) {
    const actual = finish[name as keyof Finish];
    if (actual !== value) {
      throw new Error(`${what}: ${actual} ${name}, and not ${value}`);
    }
  }
}
