import { useEnvironment } from '../../src/http/environment.js';
import {
  startSandboxProcess,
  type SandboxProcess,
} from '../support/sandbox-process.js';
import {
  realNow,
  virtualClock,
  virtualNow,
  type ClockSettings,
} from '../support/virtual-clock.js';
import { latency, type Load } from './theory.js';

/** A sandbox with a quota, and this process in the same virtual time. */
export interface Setting {
  readonly sandbox: SandboxProcess;
  /** In virtual seconds. */
  readonly now: () => number;
  readonly sleep: (seconds: number) => Promise<void>;
  stop(): Promise<void>;
}

/** 20 s after a full minute: a fixed minute does not wait for anybody. */
const origin = Date.UTC(2026, 0, 5, 9, 0, 20);

export async function startSetting(
  { shape, perMinute }: Load,
  scale: number,
  fill = 0
): Promise<Setting> {
  const clock: ClockSettings = { origin, start: realNow(), scale };
  const sandbox = await startSandboxProcess({
    quotaShape: shape,
    requestsPerMinute: perMinute,
    latencyMs: latency / scale,
    clock,
    fill,
  });
  const time = virtualClock(clock);
  const restore = useEnvironment(time);
  return {
    sandbox,
    now: () => virtualNow(clock) / 1000,
    sleep: seconds => time.sleep(seconds * 1000),
    async stop() {
      restore();
      await sandbox.stop();
    },
  };
}
