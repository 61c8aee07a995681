import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SandboxOptions } from '../../sandbox/src/index.js';
import type { CaseField } from './cases.js';
import { startChild } from './child.js';
import type { ClockSettings } from './virtual-clock.js';

export interface ChildOptions extends Omit<SandboxOptions, 'now'> {
  /** Left out, it is the real time. */
  readonly clock?: ClockSettings;
  /** How many tasks the project has at the start. */
  readonly fill?: number;
  /** As `fill`, with the custom fields of `caseSeed`, which `seed` has to be. */
  readonly cases?: number;
}

/** What a sandbox saw since it started. */
export interface SandboxReport {
  readonly requests: number;
  /** Answered with 429. */
  readonly rejected: number;
  /** Answered with 201. */
  readonly created: number;
  /** How many of each kind, such as `GET /projects/{gid}/tasks`. */
  readonly accepted: Readonly<Record<string, number>>;
  readonly cpuMs: number;
}

export interface SandboxProcess {
  readonly configuration: {
    readonly apiVersion: string;
    readonly token: string;
    readonly baseUrl: string;
  };
  readonly projectGid: string;
  /** All custom fields there are. */
  readonly fields: readonly CaseField[];
  report(): Promise<SandboxReport>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('sandbox-child.ts', import.meta.url));

/** Starts a sandbox in a process of its own. */
export async function startSandboxProcess(
  options: ChildOptions
): Promise<SandboxProcess> {
  const child = startChild(script, options);
  const [ready] = (await once(child, 'message')) as [
    Pick<SandboxProcess, 'configuration' | 'projectGid' | 'fields'>,
  ];
  return {
    ...ready,
    async report() {
      child.send('report');
      const [report] = (await once(child, 'message')) as [SandboxReport];
      return report;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
