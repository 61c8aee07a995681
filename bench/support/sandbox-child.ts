/**
 * A sandbox in a process of its own, so that it takes no time from the event
 * loop that is measured. It is started by `startSandboxProcess`.
 */
import { startSandbox } from '../../sandbox/src/index.js';
import { tell } from '../../test/contract/make-tasks.js';
import { caseData, caseRow, type CaseField } from './cases.js';
import type { ChildOptions, SandboxReport } from './sandbox-process.js';
import { benchSeed } from './seed.js';
import { virtualNow } from './virtual-clock.js';

const {
  clock,
  fill = 0,
  cases = 0,
  ...options
} = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;

const sandbox = await startSandbox({
  seed: benchSeed,
  ...options,
  ...(clock && { now: () => virtualNow(clock) }),
});
const [project] = sandbox.asana.store.projects.all();
if (project === undefined) throw new Error('The seed has a project.');
const fields = sandbox.asana.store.customFields
  .all()
  .map(({ gid, name, resource_subtype, enum_options }): CaseField => ({
    gid,
    name,
    type: resource_subtype,
    options: enum_options.map(option => ({
      gid: option.gid,
      name: option.name,
    })),
  }));
for (let index = 0; index < fill; index += 1) {
  await addTask({
    name: `Case ${index + 1}`,
    notes: 'The water point in the market is broken since Monday.',
  });
}
for (let number = 0; number < cases; number += 1) {
  await addTask(caseData(caseRow(number), fields));
}

process.on('message', () => process.send?.(report()));
process.once('disconnect', () => process.exit());
process.send?.({
  configuration: sandbox.configuration,
  projectGid: project.gid,
  fields,
});

function report(): SandboxReport {
  const count = (status: number) =>
    sandbox.requests.filter(request => request.status === status).length;
  const { user, system } = process.cpuUsage();
  return {
    requests: sandbox.requests.length,
    rejected: count(429),
    created: count(201),
    accepted: countAccepted(),
    cpuMs: (user + system) / 1000,
  };
}

/** How many of each kind, such as `GET /projects/{gid}/tasks`. */
function countAccepted(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, path, status = 0 } of sandbox.requests) {
    if (status >= 300) continue;
    const route = path.slice('/api/1.0'.length).replace(/\d{6,}/g, '{gid}');
    const kind = `${method} ${route}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Past the limits and the port: this is not what is measured. */
async function addTask(data: Record<string, unknown>): Promise<void> {
  await tell(sandbox, 'POST', '/tasks', { ...data, projects: [project?.gid] });
}
