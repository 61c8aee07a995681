/**
 * A sandbox with many tasks, in a process of its own, in which people change
 * some of them when they are told to. It is started by `startBoard`.
 */
import { startSandbox } from '../../sandbox/src/index.js';
import { tell } from '../../test/contract/make-tasks.js';
import { benchSeed } from '../support/seed.js';
import type { BoardOptions } from './board.js';

const { tasks } = JSON.parse(process.argv[2] ?? '{}') as BoardOptions;

/** Of twenty tasks two are subtasks of the first. */
const family = 20;
const children = 2;

const sandbox = await startSandbox({ seed: benchSeed });
const project = sandbox.asana.store.projects.all()[0]!.gid;
const gids: string[] = [];
let changes = 0;

for (let index = 0; index < tasks; index += 1) {
  const place = index % family;
  const parent = gids[index - place];
  await make({
    name: `Case ${index + 1}`,
    notes: 'The water point in the market is broken since Monday.',
    ...(place > family - children - 1 ? { parent } : { projects: [project] }),
  });
}

process.on('message', (message: { change?: number } | 'report') => {
  if (message === 'report') {
    process.send?.({ requests: sandbox.requests.length });
    return;
  }
  void change(message.change ?? 0).then(() => process.send?.('done'));
});
process.once('disconnect', () => process.exit());
process.send?.({ configuration: sandbox.configuration, project, gids });

/** Tasks far from each other, each once: it shares no divisor with them all. */
const stride = 7919;

/** Changes so many tasks, spread over all of them. */
async function change(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const gid = gids[(index * stride) % gids.length]!;
    await tell(sandbox, 'PUT', `/tasks/${gid}`, {
      notes: `It works, ${++changes}.`,
    });
  }
}

async function make(data: object): Promise<void> {
  gids.push((await tell(sandbox, 'POST', '/tasks', data)).gid);
}
