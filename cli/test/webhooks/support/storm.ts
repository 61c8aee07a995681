import { startServerProcess, type ServerCommand } from './process.js';
import { deliver, delivery } from './hook.js';
import type { FakeReceiver } from './receiver.js';

export interface Storm {
  readonly command: ServerCommand;
  readonly receiver: FakeReceiver;
  /** The ids of the hooks, by their resources. */
  readonly hooks: ReadonlyMap<string, string>;
  readonly kills: number;
  readonly random: () => number;
}

export interface StormReport {
  /** What was answered with 200, by resource and in that order. */
  readonly acknowledged: ReadonlyMap<string, readonly string[]>;
  /** What arrived, each for the first time, by resource and in that order. */
  readonly arrived: ReadonlyMap<string, readonly string[]>;
  readonly repeated: number;
}

/**
 * Delivers as Asana does, which sends again what was not answered, while the
 * server is killed again and again without a warning. It ends when everything
 * has arrived that was acknowledged.
 */
export async function runStorm({
  command,
  receiver,
  hooks,
  kills,
  random,
}: Storm): Promise<StormReport> {
  const acknowledged = new Map(
    [...hooks.keys()].map(lane => [lane, [] as string[]])
  );
  let server = await startServerProcess(command);
  const { url } = server;
  const port = Number(new URL(url).port);
  let [count, isOver] = [0, false];
  let killAt = Infinity;
  let kill = () => {};

  const send = async (lane: string, hook: string) => {
    for (let number = 0; !isOver; number += 1) {
      const name = `${lane}-${number}`;
      while (!(await isAccepted(url, hook, name))) {
        if (isOver) return;
      }
      acknowledged.get(lane)!.push(name);
      count += 1;
      if (count >= killAt) kill();
    }
  };

  const senders = [...hooks].map(([lane, hook]) => send(lane, hook));
  for (let killed = 0; killed < kills; killed += 1) {
    await new Promise<void>(resolve => {
      killAt = count + 1 + Math.floor(random() * 40);
      kill = resolve;
    });
    killAt = Infinity;
    // Anywhere in what the server does about a delivery.
    for (let turn = random() * 30; turn > 0; turn -= 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    server.child.kill('SIGKILL');
    await server.ended;
    server = await startServerProcess({ ...command, port });
  }
  isOver = true;
  await Promise.all(senders);
  await untilArrived(receiver, acknowledged);
  server.child.kill('SIGTERM');
  const code = await server.ended;
  if (code !== 0) throw new Error(`SIGTERM ended it with ${code}.`);
  return { acknowledged, ...arrivalsOf(receiver) };
}

/** Refused or cut off, it is sent again. */
const isAccepted = (
  url: string,
  hook: string,
  name: string
): Promise<boolean> =>
  deliver(url, hook, delivery(name)).then(
    status => status === 200,
    () => false
  );

async function untilArrived(
  receiver: FakeReceiver,
  acknowledged: StormReport['acknowledged']
): Promise<void> {
  const missing = () => {
    const { arrived } = arrivalsOf(receiver);
    return [...acknowledged].some(([lane, names]) =>
      names.some(name => arrived.get(lane)?.includes(name) !== true)
    );
  };
  while (missing()) await receiver.until(receiver.arrivals.length + 1);
}

function arrivalsOf(
  receiver: FakeReceiver
): Pick<StormReport, 'arrived' | 'repeated'> {
  const arrived = new Map<string, string[]>();
  let repeated = 0;
  for (const { payload, status } of receiver.arrivals) {
    if (status !== 200) continue;
    const lane = arrived.get(payload.resource) ?? [];
    arrived.set(payload.resource, lane);
    for (const event of payload.events) {
      const { gid } = (event as { resource: { gid: string } }).resource;
      if (lane.includes(gid)) repeated += 1;
      else lane.push(gid);
    }
  }
  return { arrived, repeated };
}
