import { busy } from '../support/busy.js';
import { median, round } from '../support/numbers.js';
import { createPlainClient } from '../support/plain-client.js';
import {
  startPlainServer,
  type PlainServer,
} from '../support/plain-server-process.js';
import { quietly } from '../support/quiet.js';
import { loadShipped } from '../support/shipped.js';

const requests = 1000;
const latencyMs = 20;
const rounds = 5;

/**
 * How many times slower than the real time. At 1, 50 answers in 20 ms are the
 * work of a processor; at 5, what is left to the limit is of the adaptor.
 */
const slownesses = [1, 5];

type Run = () => Promise<unknown>;

interface Runner {
  readonly slots: number;
  /** A single request. */
  readonly one: Run;
  /** All of them. */
  readonly all: Run;
}

/**
 * Without a quota the slots are the limit: as many requests at a time as Asana
 * takes, each as long as a single one takes on this machine in this run. Beside
 * the adaptor, undici with as many workers: what is left to the limit there is
 * left by the machine. The server is a plain one: 50 reads in 20 ms are more
 * than the sandbox can serve with one processor.
 */
export async function reportSlots(): Promise<void> {
  for (const slowness of slownesses) await report(slowness);
}

async function report(slowness: number): Promise<void> {
  const server = await startPlainServer({ latencyMs: latencyMs * slowness });
  const { configuration } = server;
  const adaptor = await loadShipped();
  const plain = createPlainClient(configuration);
  const create = adaptor.createTask({ name: 'Case' });
  const get = adaptor.getTask('1200000000000101');
  const runners: Record<string, Runner> = {
    createTask: atOnce(15, () => create({ configuration })),
    'undici, 15 workers': byWorkers(15, plain.post),
    getTask: atOnce(50, () => get({ configuration })),
    'undici, 50 workers': byWorkers(50, plain.get),
  };
  const results: Record<string, Measurement[]> = {};
  for (let index = 0; index <= rounds; index += 1) {
    for (const [name, runner] of Object.entries(runners)) {
      const result = await quietly(() => measure(server, runner));
      // The first round warms the code and the connections.
      if (index > 0) (results[name] ??= []).push(result);
    }
  }
  await plain.close();
  await server.stop();
  console.log(
    `\nNo quota, ${latencyMs} ms for an answer in a time ${slowness} × as slow as the real one, ${requests} requests, medians of ${rounds} rounds in real ms:`
  );
  const summaries = Object.fromEntries(
    Object.entries(results).map(([name, values]) => [name, summary(values)])
  );
  console.table(summaries);
  for (const [ours, theirs] of [
    ['createTask', 'undici, 15 workers'],
    ['getTask', 'undici, 50 workers'],
  ] as const) {
    const share = summaries[theirs]!['took ms'] / summaries[ours]!['took ms'];
    console.log(`${ours} is ${round(share, 3)} times as fast as ${theirs}`);
  }
}

const atOnce = (slots: number, one: Run): Runner => ({
  slots,
  one,
  all: () => Promise.all(Array.from({ length: requests }, one)),
});

function byWorkers(slots: number, one: Run): Runner {
  const all = async (): Promise<void> => {
    let left = requests;
    const work = async (): Promise<void> => {
      while (left-- > 0) await one();
    };
    await Promise.all(Array.from({ length: slots }, work));
  };
  return { slots, one, all };
}

interface Measurement {
  readonly single: number;
  readonly least: number;
  readonly took: number;
  readonly cpu: number;
  readonly serverCpu: number;
}

async function measure(
  server: PlainServer,
  { slots, one, all }: Runner
): Promise<Measurement> {
  // Idle connections are closed after 4 s: the round before was longer ago.
  await Promise.all(Array.from({ length: 2 * slots }, one));
  const single = await singleLatency(one);
  const before = await server.report();
  const { seconds, cpuMs } = await busy(all);
  const after = await server.report();
  return {
    single,
    least: Math.ceil(requests / slots) * single,
    took: seconds * 1000,
    cpu: cpuMs,
    serverCpu: after.cpuMs - before.cpuMs,
  };
}

async function singleLatency(run: Run): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 15; index += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}

function summary(values: readonly Measurement[]) {
  const of = (digits: number, pick: (value: Measurement) => number) =>
    round(median(values.map(pick)), digits);
  return {
    'single ms': of(1, ({ single }) => single),
    'least ms': of(0, ({ least }) => least),
    'took ms': of(0, ({ took }) => took),
    'of the limit': of(3, ({ least, took }) => least / took),
    'CPU here': of(2, ({ cpu, took }) => cpu / took),
    'CPU there': of(2, ({ serverCpu, took }) => serverCpu / took),
  };
}
