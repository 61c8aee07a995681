import { expect } from 'chai';
import fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { execute, getChanges } from '../../src/Adaptor.js';
import { AsanaError } from '../../src/errors.js';
import type { ChangesReport } from '../../src/events/report.js';
import { forgetClients } from '../../src/http/client.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { follow, mirrored, mirrorNow, type Mirror } from './changes/mirror.js';
import { meanwhile } from './changes/meanwhile.js';
import { createPeople } from './changes/people.js';
import {
  atFirst,
  program,
  type Program,
  type Round,
} from './changes/program.js';
import { createClock } from './operations/clock.js';
import { createDeadlines } from './operations/deadlines.js';
import { createWire, type Wire } from './operations/wire.js';
import { propertyRuns } from './runs.js';

/** In milliseconds of real time: a run that takes longer never ends. */
const longestRun = 20_000;
const longestAll = 60_000 + 400 * propertyRuns.numRuns;
const hour = 3_600_000;

describe('a mirror of a project that is kept by getChanges alone', () => {
  const clock = createClock();
  const captured = useCapturedConsole();
  let sandbox: Sandbox;
  let project: string;
  /** How many events of moves were lost. */
  let lost = 0;

  before(async () => {
    sandbox = await startSandbox({ now: () => clock.now() });
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  after(() => sandbox.close());

  it('is the project after every run: with knownGids whatever events are lost, else while none is', async () => {
    await fc.assert(
      fc.asyncProperty(program, async given => {
        sandbox.reset();
        forgetClients();
        captured.lines.splice(0);
        const wire = createWire(sandbox, clock);
        const deadlines = createDeadlines(sandbox, wire);
        const restore = useEnvironment({
          now: () => clock.now() + given.ahead * hour,
          random: () => 0.5,
          after: (...each) => deadlines.after(...each),
          dispatcher: wire.dispatcher,
          sleep: milliseconds => clock.sleep(milliseconds),
        });
        try {
          await check(given, wire);
        } finally {
          restore();
          await wire.close();
        }
      }),
      {
        ...propertyRuns,
        timeout: longestRun,
        interruptAfterTimeLimit: longestAll,
        markInterruptAsFailure: true,
      }
    );
  }).timeout(longestAll + 2 * longestRun);

  async function check(given: Program, wire: Wire): Promise<void> {
    const people = createPeople(sandbox, clock);
    const { isComplete } = given;
    let mirror: Mirror = new Map();
    let asana: unknown;
    // To move a task does not modify it: when nobody tells of it, where it
    // stands, and that alone, may be as it was until it is reported again.
    const stale = new Map<string, number>();

    const run = async (round: Round): Promise<void> => {
      const lostBefore = [...stale];
      const next = await runUnder(round, given, mirror, asana);
      asana = next.asana;
      const report = next.data as ChangesReport;
      mirror = follow(mirror, report, { isComplete, sections: sectionsNow() });
      const named = new Set(report.changed.map(({ gid }) => gid));
      for (const [gid, serial] of lostBefore) {
        const isShown = named.has(gid) && stale.get(gid) === serial;
        if (isShown) stale.delete(gid);
      }
    };

    for (const action of atFirst) await people.act(action);
    for (const round of given.rounds) {
      // What the last run saw is not what this one looks up again.
      clock.pass(10 * 60_000);
      const found = loseSome(round, stale);
      for (const action of round.actions) await people.act(action);
      if (round.expires) sandbox.asana.events.expireTokens();
      const { nth, actions } = round.meanwhile;
      const restore = useEnvironment({
        dispatcher: meanwhile(wire.dispatcher, nth, async () => {
          for (const action of actions) await people.act(action);
        }),
      });
      await run(round);
      restore();
      found();
      // What happened during a run is for the next one.
      if (actions.length > 0) await run({ ...round, rules: [], isFull: false });
      const now = mirrorNow(sandbox, project, given.withSubtasks);
      expect(shown(mirror, stale)).to.eql(shown(now, stale));
    }
  }

  const sectionsNow = (): Set<string> =>
    new Set(
      sandbox.asana.store.projects.get(project)!.sections.map(({ gid }) => gid)
    );

  function loseSome({ losses }: Round, stale: Map<string, number>): () => void {
    let count = 0;
    return sandbox.asana.events.lose(({ resource, action }) => {
      const isLost = losses[count++ % losses.length] === true;
      if (isLost && resource.resource_type === 'task' && action !== 'changed') {
        stale.set(resource.gid, ++lost);
      }
      return isLost;
    });
  }

  /** A run that fails leaves all as it was, and the next one repeats it. */
  async function runUnder(
    round: Round,
    given: Program,
    mirror: Mirror,
    asana: unknown
  ): Promise<State> {
    for (const rule of round.rules) {
      if (!JSON.stringify(rule).includes('{token}')) sandbox.faults.add(rule);
    }
    const operation = getChanges(project, {
      opt_fields: mirrored,
      subtasks: given.withSubtasks,
      full: round.isFull,
      ...(given.isComplete && { knownGids: [...mirror.keys()], maxDeleted: 1 }),
    });
    const state = { configuration: sandbox.configuration, asana };
    const before = JSON.stringify(state);
    try {
      return await execute(operation)(state);
    } catch (error) {
      if (!(error instanceof AsanaError) || round.rules.length === 0)
        throw error;
      expect(JSON.stringify(state)).to.equal(before);
    } finally {
      sandbox.faults.clear();
      forgetClients();
    }
    return execute(operation)(state);
  }
});

const shown = (mirror: Mirror, stale: ReadonlyMap<string, number>): object =>
  Object.fromEntries(
    [...mirror]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([gid, { place, ...card }]) => [
        gid,
        stale.has(gid) ? card : { ...card, place },
      ])
  );
