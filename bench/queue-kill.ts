/**
 * Kills the server of webhooks at thirty random moments of a storm of
 * deliveries, and compares what it has acknowledged with what has arrived.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHook } from '../cli/test/webhooks/support/hook.js';
import { startReceiver } from '../cli/test/webhooks/support/receiver.js';
import { runStorm } from '../cli/test/webhooks/support/storm.js';
import { openStore } from '../cli/src/webhooks/store/open.js';
import { randomFrom } from '../test/support/random-from.js';

const kills = 30;
const lanes = 5;

const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const folder = await mkdtemp(join(tmpdir(), 'queue-kill-'));
const data = join(folder, 'webhooks.db');
const store = await openStore(data);
const hooks = new Map(
  Array.from({ length: lanes }, (_, index): [string, string] => [
    String(index),
    makeHook(store, String(index)),
  ])
);
store.close();
const receiver = await startReceiver();
receiver.answer = () => (random() < 0.3 ? 503 : 200);

const { acknowledged, arrived, repeated } = await runStorm({
  command: { data, forward: receiver.url },
  receiver,
  hooks,
  kills,
  random,
});
receiver.close();
await rm(folder, { recursive: true });

let [sent, lost, outOfOrder] = [0, 0, 0];
for (const [lane, names] of acknowledged) {
  const there = arrived.get(lane) ?? [];
  const known = new Set(names);
  const inOrder = there.filter(name => known.has(name));
  sent += names.length;
  lost += names.filter(name => !there.includes(name)).length;
  outOfOrder += inOrder.filter((name, index) => name !== names[index]).length;
}
console.table([
  {
    PROPERTY_SEED: seed,
    kills,
    acknowledged: sent,
    lost,
    'out of order': outOfOrder,
    'arrived twice': repeated,
  },
]);
if (lost + outOfOrder > 0) process.exitCode = 1;
