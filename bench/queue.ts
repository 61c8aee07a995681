/**
 * Five hundred deliveries a second for a minute, by fifty webhooks, to a
 * receiver that fails half the time: whether everything arrives in order, how
 * long Asana waits for an answer, and the memory of the server meanwhile. It
 * ends with 1 if something is lost or out of order, or answers are slow.
 *
 *   npm run bench -- queue --seconds 10
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../cli/src/webhooks/store/open.js';
import { makeHook } from '../cli/test/webhooks/support/hook.js';
import { startServerProcess } from '../cli/test/webhooks/support/process.js';
import { startReceiver } from '../cli/test/webhooks/support/receiver.js';
import { sendLoad } from './queue/load.js';
import { untilStill } from './queue/until-still.js';
import { round } from './support/numbers.js';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '60' } },
});
const perSecond = 500;
const seconds = Number(values.seconds);
const total = perSecond * seconds;
const width = 50;

const folder = await mkdtemp(join(tmpdir(), 'queue-'));
const data = join(folder, 'webhooks.db');
const store = await openStore(data);
const hooks = Array.from({ length: width }, (_, lane) =>
  makeHook(store, String(lane))
);
store.close();

const arrived = Array.from({ length: width }, () => [] as number[]);
let [posts, count] = [0, 0];
const receiver = await startReceiver();
receiver.answer = ({ payload }) => {
  posts += 1;
  if (Math.random() < 0.5) return 503;
  const lane = arrived[Number(payload.resource)]!;
  for (const event of payload.events as { resource: { gid: string } }[]) {
    lane.push(Number(event.resource.gid));
    count += 1;
  }
  return 200;
};

const server = await startServerProcess({ data, forward: receiver.url });
const memory: number[] = [];
const watch = setInterval(() => {
  void residentOf(server.child.pid!).then(bytes => memory.push(bytes));
}, 1000);

const started = performance.now();
const { times, refused } = await sendLoad({
  url: server.url,
  hooks,
  perSecond,
  seconds,
});
const sentAfter = (performance.now() - started) / 1000;
await untilStill(() => count, total - refused);
const arrivedAfter = (performance.now() - started) / 1000;
clearInterval(watch);
server.child.kill('SIGTERM');
const code = await server.ended;
receiver.close();
await rm(folder, { recursive: true });

const sorted = times.toSorted((a, b) => a - b);
const percentile = (share: number): number =>
  round(sorted[Math.ceil(sorted.length * share) - 1]!, 1);
const isInOrder = arrived.every(lane =>
  lane.every((number, index) => index === 0 || lane[index - 1]! < number)
);
const megabytes = (bytes: number): number => round(bytes / 2 ** 20, 1);
const third = Math.ceil(memory.length / 3);
const most = (part: readonly number[]): number => megabytes(Math.max(...part));

const p99 = percentile(0.99);
console.table({
  'deliveries sent': total,
  'over so many seconds': round(sentAfter, 1),
  'not answered with 200': refused,
  'answer, median, ms': percentile(0.5),
  'answer, p99, ms': p99,
  'answer, longest, ms': percentile(1),
  arrived: count,
  'arrived after so many seconds': round(arrivedAfter, 1),
  'in order': isInOrder,
  'POSTs, half of which fail': posts,
  'memory, first third, MB': most(memory.slice(0, third)),
  'memory, second third, MB': most(memory.slice(third, 2 * third)),
  'memory, last third, MB': most(memory.slice(2 * third)),
  'SIGTERM ends it with': code,
});

const failures = [
  refused > 0 && 'Some were not answered with 200.',
  count < total && 'Some have not arrived.',
  !isInOrder && 'They have not arrived in order, each once.',
  !(p99 < 1000) && 'One in a hundred waited for a second or longer.',
  code !== 0 && 'The server did not end well.',
].filter(text => text !== false);
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}
