import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { forgetClients } from '../../../src/http/client.js';
import { useEnvironment } from '../../../src/http/environment.js';
import { batch } from './batch.js';
import { checkClaims, type Claim } from './claim.js';
import { soon, type Clock } from './clock.js';
import { createDeadlines } from './deadlines.js';
import type { Kind, Program, Step, Steps } from './program.js';
import { each, get, list, listSome, search } from './reads.js';
import { changesBetween, takeSnapshot } from './snapshot.js';
import { createWire, type Wire } from './wire.js';
import { createWorld, type World } from './world.js';
import {
  comment,
  create,
  createTogether,
  remove,
  update,
  upsert,
} from './writes.js';

const hour = 3_600_000;

/** More than any wait for the sake of one request, in milliseconds. */
const longestWait = 10 * 60_000;

/** Runs a step, and answers what its ending claims. */
type Run<K extends Kind> = (world: World, given: Steps[K]) => Promise<Claim[]>;

const runs: { readonly [K in Kind]: Run<K> } = {
  create,
  createTogether,
  update,
  upsert,
  delete: remove,
  comment,
  get,
  list,
  listSome,
  eachTask: each,
  search,
  batch,
  wait: async ({ clock }, { hours }) => {
    clock.pass(hours * hour);
    return [];
  },
};

const runStep = <K extends Kind>(world: World, { kind, given }: Step<K>) =>
  runs[kind](world, given);

/** Runs a program, in which nothing is known of those before. */
export async function runProgram(
  sandbox: Sandbox,
  clock: Clock,
  program: Program
): Promise<void> {
  sandbox.reset();
  forgetClients();
  const wire = createWire(sandbox, clock);
  const deadlines = createDeadlines(sandbox, wire);
  const restore = useEnvironment({
    now: () => clock.now(),
    random: () => program.random,
    after: (...given) => deadlines.after(...given),
    dispatcher: wire.dispatcher,
    sleep: milliseconds => clock.sleep(milliseconds),
  });
  try {
    const world = await createWorld(sandbox, program, clock, wire);
    for (const { step, mishap } of program.turns) {
      wire.begin(mishap);
      await runTurn(world, wire, step);
      expect(deadlines.count, 'deadlines that are left').to.equal(0);
    }
    await soon();
    const late = changesBetween(world.before, takeSnapshot(sandbox.asana));
    expect(late, 'what came late').to.eql([]);
    const recorded = JSON.stringify(sandbox.requests);
    expect(recorded).to.not.include(sandbox.token);
  } finally {
    restore();
    clock.setRight();
    deadlines.close();
    await wire.close();
  }
}

async function runTurn(world: World, wire: Wire, step: Step): Promise<void> {
  const { before, clock, sandbox, everMade } = world;
  const { slept } = clock;
  const claims = await runStep(world, step);
  expect(clock.slept - slept, 'time slept').to.be.below(
    longestWait * (wire.sent + 1)
  );
  const after = takeSnapshot(sandbox.asana);
  const changes = changesBetween(before, after);
  checkClaims(claims, before, changes);
  expect(wire.open.size, 'requests that are left').to.equal(0);
  expect(wire.leaks).to.eql([]);
  world.before = after;
  if (changes.length > 0) world.changedAt = clock.now();
  for (const gid of after.tasks.keys()) everMade.add(gid);
}
