import { upsertTasks } from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import { useEnvironment } from '../../src/http/environment.js';
import {
  caseRow,
  caseSeed,
  range,
  warmUpProject,
  type CaseField,
} from '../support/cases.js';
import { quietly } from '../support/quiet.js';
import {
  startSandboxProcess,
  type SandboxProcess,
} from '../support/sandbox-process.js';
import { warmUpToken } from '../support/seed.js';
import {
  realNow,
  virtualClock,
  virtualNow,
  type ClockSettings,
} from '../support/virtual-clock.js';

export interface PlaceOptions {
  /** How many tasks the project has before. */
  readonly cases: number;
  /** Virtual milliseconds before each answer. */
  readonly latencyMs: number;
  /** Left out, there is no quota. Else it slides. */
  readonly perMinute?: number;
  /** Virtual seconds in a real one. */
  readonly scale?: number;
}

/** A project with cases, and this process in the time of its sandbox. */
export interface Place {
  readonly configuration: SandboxProcess['configuration'];
  readonly projectGid: string;
  readonly fields: readonly CaseField[];
  /** In virtual seconds. */
  readonly now: () => number;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly report: SandboxProcess['report'];
  stop(): Promise<void>;
}

export async function startPlace({
  cases,
  latencyMs,
  perMinute,
  scale = 1,
}: PlaceOptions): Promise<Place> {
  const origin = Date.UTC(2026, 0, 5, 9);
  const clock: ClockSettings = { origin, start: realNow(), scale };
  const sandbox = await startSandboxProcess({
    seed: caseSeed,
    cases,
    clock,
    latencyMs: latencyMs / scale,
    requestsPerMinute: perMinute ?? 'off',
  });
  const time = virtualClock(clock);
  const restore = useEnvironment(time);
  await warmUp(sandbox);
  return {
    ...sandbox,
    now: () => virtualNow(clock) / 1000,
    sleep: seconds => time.sleep(seconds * 1000),
    async stop() {
      restore();
      await sandbox.stop();
    },
  };
}

/** The first requests of a process take long, whoever sends them. */
async function warmUp({ configuration }: SandboxProcess): Promise<void> {
  forgetClients();
  await quietly(() =>
    upsertTasks(warmUpProject, range(0, 200, caseRow), {
      externalId: 'Case ID',
    })({ configuration: { ...configuration, token: warmUpToken } })
  );
  forgetClients();
}
