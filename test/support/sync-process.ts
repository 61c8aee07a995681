import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { UpsertTasksOptions } from '../../src/Adaptor.js';
import type { Report } from '../../src/sync/report.js';

/** What a process is to bring in step with what. */
export interface SyncJob {
  readonly configuration: object;
  readonly project: string;
  readonly rows: readonly object[];
  readonly options?: Partial<UpsertTasksOptions>;
}

export interface SyncResult {
  readonly report?: Report;
  /** What it failed with, as text. */
  readonly error?: string;
  readonly warnings: readonly string[];
}

export interface SyncProcess {
  /** Sends the job on its way. The result never comes if it is killed. */
  run(job: SyncJob): Promise<SyncResult>;
  /** SIGKILL: nothing in it can tidy up. */
  kill(): void;
  /** When it is gone. */
  readonly ended: Promise<unknown>;
}

const source = fileURLToPath(new URL('sync-child.ts', import.meta.url));

/** What CommonJS packages in a bundle ask for. */
const banner =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Starts processes that have the sources as one file: that takes a quarter of
 * the time that it takes to load and compile them one by one.
 */
export function useSyncProcesses(): { start(): Promise<SyncProcess> } {
  const children = new Set<ChildProcess>();
  let folder: string;
  let script: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sync-'));
    script = join(folder, 'child.mjs');
    await build({
      entryPoints: [source],
      outfile: script,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      banner: { js: banner },
      logLevel: 'error',
    });
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  return {
    async start() {
      const child = fork(script, {
        execArgv: [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      children.add(child);
      const ended = once(child, 'exit').then(() => children.delete(child));
      await once(child, 'message');
      return {
        async run(job) {
          const result = once(child, 'message');
          child.send(job);
          return ((await result) as [SyncResult])[0];
        },
        kill: () => void child.kill('SIGKILL'),
        ended,
      };
    },
  };
}
