/**
 * Runs operations under the faults of a sandbox, prints how each ended, and
 * does nothing to end the process. What keeps it alive for longer is printed as
 * well.
 *
 *   node --import tsx test/property/end-by-itself.ts PROJECT HASTY PATIENT
 *
 * HASTY and PATIENT are credentials in JSON. Each has a token of its own: all
 * that use one token have the `timeout` of the first of them.
 */
import {
  batch,
  createTask,
  deleteTask,
  eachTask,
  getTask,
  getTasks,
} from '../../src/Adaptor.js';
import type { AsanaError } from '../../src/errors.js';
import type { Configuration, Operation } from '../../src/types.js';

const [project, ...credentials] = process.argv.slice(2) as [
  string,
  ...string[],
];
const [hasty, patient] = credentials.map(
  text => JSON.parse(text) as Configuration
) as [Configuration, Configuration];

const { log } = console;
// The lines of the requests would mix with what is printed here.
Object.assign(console, { log: () => {}, warn: () => {} });

async function run(operation: Operation, configuration: Configuration) {
  try {
    const { data } = await operation({ configuration });
    log(Array.isArray(data) ? data.length : (data.name ?? 'done'));
    return data;
  } catch (error) {
    log((error as AsanaError).code ?? (error as Error).message);
  }
}

const create = (name: string) => createTask({ name, projects: [project] });

for (const name of ['hangs', 'cut short', 'reset', 'too slow']) {
  await run(create(name), hasty);
}
const { gid } = await run(create('fine'), patient);
await run(deleteTask(gid), patient);
await run(getTasks(project), patient);
await run(
  eachTask(project, {}, async (_, task) => {
    // By its answer the next page is under way, and it hangs.
    await run(getTask(task.gid), patient);
    throw new Error('given up');
  }),
  patient
);
await run(batch([1, 2].map(() => ({ path: `/projects/${project}` }))), patient);

setTimeout(() => {
  log('alive', process.getActiveResourcesInfo());
}, 3000).unref();
