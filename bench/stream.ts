/**
 * Going through a project: the memory and the processor time that it takes,
 * with ten times as many tasks, by `eachTask` and by Asana's SDK, which keeps
 * one page at a time as well. Each of the four has a process of its own.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startChild } from './support/child.js';
import { round } from './support/numbers.js';
import { startSandboxProcess } from './support/sandbox-process.js';
import type { Walk, WalkReport } from './stream/walk.js';

const sizes = [5000, 50_000] as const;
const clients = ['eachTask', 'SDK'] as const;

const script = fileURLToPath(new URL('stream/walk.ts', import.meta.url));

async function walk(options: Walk): Promise<WalkReport> {
  const child = startChild(script, options);
  const [report] = (await once(child, 'message')) as [WalkReport];
  return report;
}

const reports: Record<string, WalkReport[]> = { eachTask: [], SDK: [] };
for (const fill of sizes) {
  const sandbox = await startSandboxProcess({ fill });
  const { configuration, projectGid } = sandbox;
  for (const client of clients) {
    const report = await walk({ client, configuration, projectGid });
    if (report.tasks !== fill) throw new Error(`${client}: ${report.tasks}`);
    reports[client]!.push(report);
  }
  await sandbox.stop();
}

const megabytes = (bytes: number): number => round(bytes / 2 ** 20, 1);
console.log('\nGoing through a project, page by page:');
console.table(
  Object.entries(reports).flatMap(([client, all]) =>
    all.map(({ tasks, heap, rss, cpuMs }) => ({
      client,
      tasks,
      'peak heap in use, MB': megabytes(heap),
      'peak of the process, MB': megabytes(rss),
      'CPU µs a task': round((cpuMs * 1000) / tasks, 1),
    }))
  )
);
for (const [client, all] of Object.entries(reports)) {
  const [small, large] = all as [WalkReport, WalkReport];
  console.log(
    `${client}, ten times the tasks: ${round(large.heap / small.heap, 2)} times the heap, ${round(large.rss / small.rss, 2)} times the memory of the process`
  );
}
const [ours, theirs] = clients.map(client => reports[client]![1]!);
console.log(
  `eachTask takes ${round(ours!.cpuMs / theirs!.cpuMs, 2)} times the processor time of the SDK for a task`
);
