/**
 * What the adaptor adds to a request: its `getTask` beside undici's `request`
 * and JSON.parse, on loopback, against a plain server in another process. Both
 * take turns, so that whatever else the machine does falls on both alike.
 */
import { busy } from './support/busy.js';
import { median, round } from './support/numbers.js';
import { createPlainClient } from './support/plain-client.js';
import { startPlainServer } from './support/plain-server-process.js';
import { quietly } from './support/quiet.js';
import { loadShipped } from './support/shipped.js';

const rounds = 31;
const requestsPerRound = 400;

const server = await startPlainServer();
const { configuration } = server;
const { getTask } = await loadShipped();
const operation = getTask('1200000000000101');
const client = createPlainClient(configuration);

type Run = () => Promise<unknown>;
const runs: Record<string, Run> = {
  adaptor: () => operation({ configuration }),
  undici: client.get,
};
const manners: Record<string, (run: Run) => Promise<unknown>> = {
  'one after the other': async run => {
    for (let index = 0; index < requestsPerRound; index += 1) await run();
  },
  'all at once': run =>
    Promise.all(Array.from({ length: requestsPerRound }, run)),
};

for (const [manner, repeat] of Object.entries(manners)) {
  const times: Record<string, { wall: number[]; cpu: number[] }> = {};
  for (let index = 0; index <= rounds; index += 1) {
    for (const [name, run] of Object.entries(runs)) {
      const { seconds, cpuMs } = await quietly(() => busy(() => repeat(run)));
      const { wall, cpu } = (times[name] ??= { wall: [], cpu: [] });
      // The first round warms the code and the connections.
      if (index === 0) continue;
      wall.push((seconds * 1e6) / requestsPerRound);
      cpu.push((cpuMs * 1000) / requestsPerRound);
    }
  }
  const { adaptor, undici } = times as Record<
    'adaptor' | 'undici',
    { wall: number[]; cpu: number[] }
  >;
  const row = (ours: number[], theirs: number[]) => ({
    adaptor: round(median(ours)),
    undici: round(median(theirs)),
    more: round(median(ours.map((value, index) => value - theirs[index]!))),
    ratio: round(median(ours) / median(theirs), 2),
  });
  console.log(
    `\n${requestsPerRound} requests ${manner}, µs a request, medians of ${rounds} rounds; "more" is the median of the differences, round by round:`
  );
  console.table({
    time: row(adaptor.wall, undici.wall),
    'CPU here': row(adaptor.cpu, undici.cpu),
  });
}

await client.close();
await server.stop();
