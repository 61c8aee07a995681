/**
 * A run of its own that brings a board in step with rows, to be killed or to
 * meet others. It is started by `sync-process.ts`, which speaks to it.
 */
import { inspect } from 'node:util';
import { execute, upsertTasks } from '../../src/Adaptor.js';
import type { SyncJob, SyncResult } from './sync-process.js';

const warnings: string[] = [];
console.warn = (...args: unknown[]) => void warnings.push(args.join(' '));

const run = async (job: SyncJob): Promise<SyncResult> => {
  const { configuration, project, rows, options } = job;
  try {
    const { data } = await execute(
      upsertTasks(project, [...rows], { externalId: 'name', ...options })
    )({ configuration });
    return { report: data, warnings };
  } catch (error) {
    return { error: inspect(error, { depth: 4 }), warnings };
  }
};

process.once('message', (job: SyncJob) => {
  void run(job).then(result =>
    process.send?.(result, () => process.disconnect())
  );
});
process.send?.('ready');
