import { busy } from '../support/busy.js';
import { warmUp, type Contestant } from './contestants.js';
import { startSetting } from './setting.js';
import { leastSeconds, type Load } from './theory.js';

/** How a contestant did, in virtual seconds. */
export interface Finish {
  readonly seconds: number;
  /** The seconds of somebody who knows the quota and wastes nothing. */
  readonly least: number;
  /** How long a write took on the wire, on average, in virtual milliseconds. */
  readonly ms: number;
  /** As `least`, were every write to take that long. */
  readonly leastAtThat: number;
  readonly requests: number;
  readonly created: number;
  readonly rejected: number;
  readonly errors: number;
  /** Of one processor, by this process and by the sandbox. */
  readonly ownLoad: number;
  readonly sandboxLoad: number;
}

export interface Race {
  readonly load: Load;
  readonly contestant: Contestant;
  /** Virtual seconds in a real one. */
  readonly scale: number;
  /** How many tasks the project has before. */
  readonly fill?: number;
}

export async function race(race: Race): Promise<Finish> {
  const { load, contestant, scale, fill } = race;
  const setting = await startSetting(load, scale, fill);
  try {
    await warmUp(setting);
    const before = await setting.sandbox.report();
    const start = setting.now();
    const { result, seconds, cpuMs } = await busy(() =>
      contestant(setting, load.writes)
    );
    const end = setting.now();
    const after = await setting.sandbox.report();
    return {
      seconds: end - start,
      least: leastSeconds(load, start),
      ms: result.ms ?? NaN,
      leastAtThat: leastSeconds(load, start, result.ms),
      requests: after.requests - before.requests,
      created: after.created - before.created,
      rejected: after.rejected - before.rejected,
      errors: result.errors,
      ownLoad: cpuMs / 1000 / seconds,
      sandboxLoad: (after.cpuMs - before.cpuMs) / 1000 / seconds,
    };
  } finally {
    await setting.stop();
  }
}
