/** Goes through a project once, in a process of its own, and reports. */
import { busy } from '../support/busy.js';
import { quietly } from '../support/quiet.js';
import type { SandboxProcess } from '../support/sandbox-process.js';
import { sdkTasks } from '../support/sdk.js';
import { loadShipped } from '../support/shipped.js';

export interface Walk {
  readonly client: 'eachTask' | 'SDK';
  readonly configuration: SandboxProcess['configuration'];
  readonly projectGid: string;
}

export interface WalkReport {
  readonly tasks: number;
  /** The most that was in use right after a collection, in bytes. */
  readonly heap: number;
  /** The most that the process had of the machine, in bytes. */
  readonly rss: number;
  readonly cpuMs: number;
}

const { client, configuration, projectGid } = JSON.parse(
  process.argv[2] ?? '{}'
) as Walk;

/** Seldom enough to cost little time. */
const tasksBetween = 500;
const params = { opt_fields: 'name,notes,completed,due_on,assignee.name' };

let tasks = 0;
let heap = 0;
let collectionMs = 0;
function count(): void {
  tasks += 1;
  if (tasks % tasksBetween !== 0) return;
  const before = process.cpuUsage();
  globalThis.gc?.();
  heap = Math.max(heap, process.memoryUsage().heapUsed);
  const { user, system } = process.cpuUsage(before);
  collectionMs += (user + system) / 1000;
}

const { eachTask } = await loadShipped();

async function byEachTask(): Promise<void> {
  await eachTask(projectGid, params, count)({ configuration });
}

async function bySdk(): Promise<void> {
  const options = { ...params, limit: 100 };
  const sdk = sdkTasks(configuration);
  let page = await sdk.getTasksForProject(projectGid, options);
  while (page.data !== null) {
    page.data.forEach(count);
    page = await page.nextPage();
  }
}

const { cpuMs } = await quietly(() =>
  busy(client === 'eachTask' ? byEachTask : bySdk)
);
const report: WalkReport = {
  tasks,
  heap,
  rss: process.resourceUsage().maxRSS * 1024,
  cpuMs: cpuMs - collectionMs,
};
process.send?.(report, () => process.disconnect());
