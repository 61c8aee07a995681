import { expect } from 'chai';
import fc from 'fast-check';
import {
  startSandbox,
  type FaultRule,
  type Sandbox,
} from '../../sandbox/src/index.js';
import {
  createTask,
  createTaskStory,
  deleteTask,
  getTask,
  getTasks,
  updateTask,
  upsertTask,
} from '../../src/Adaptor.js';
import { AsanaError } from '../../src/errors.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { Operation } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { propertyRuns } from './runs.js';

/** Long enough for an answer on loopback, short enough for a test. */
const deadline = 200;

type Step =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'createTogether'; readonly names: readonly string[] }
  | { readonly kind: 'update'; readonly task: number; readonly notes: string }
  | { readonly kind: 'upsert'; readonly key: string; readonly notes: string }
  | { readonly kind: 'delete'; readonly task: number }
  | { readonly kind: 'comment'; readonly task: number; readonly text: string }
  | { readonly kind: 'get'; readonly task: number }
  | { readonly kind: 'list' };

const word = fc.stringMatching(/^[a-z]{6}$/);
const task = fc.nat({ max: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), name: word }),
  fc.record({
    kind: fc.constant('createTogether' as const),
    names: fc.uniqueArray(word, { minLength: 2, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('update' as const), task, notes: word }),
  fc.record({
    kind: fc.constant('upsert' as const),
    key: fc.constantFrom('case-1', 'case-2'),
    notes: word,
  }),
  fc.record({ kind: fc.constant('delete' as const), task }),
  fc.record({ kind: fc.constant('comment' as const), task, text: word }),
  fc.record({ kind: fc.constant('get' as const), task }),
  fc.record({ kind: fc.constant('list' as const) })
);

const fault: fc.Arbitrary<FaultRule['fault']> = fc.constantFrom(
  { type: 'reset-before' },
  { type: 'reset-after' },
  { type: 'cut-short' },
  { type: 'hang' },
  { type: 'hang', tookEffect: true },
  { type: 'error' },
  { type: 'error', tookEffect: true },
  { type: 'error', status: 502 },
  { type: 'error', status: 503, body: 'empty' },
  { type: 'truncated' },
  { type: 'slow-body', chunks: 3, chunkMs: 1 },
  { type: 'rate-limit', retryAfter: 2 },
  { type: 'rate-limit', retryAfter: false },
  { type: 'empty-page' }
);

const rule: fc.Arbitrary<FaultRule> = fc.record({
  match: fc.record({ nth: fc.integer({ min: 1, max: 12 }) }),
  fault,
});

/** What an operation came to. */
type Ending =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: AsanaError };

/** What may be true of a value after operations whose outcome is unknown. */
class Possible {
  private values: Set<string | undefined>;

  constructor(value: string | undefined) {
    this.values = new Set([value]);
  }

  is(value: string | undefined): void {
    this.values = new Set([value]);
  }

  mayBe(value: string | undefined): void {
    this.values.add(value);
  }

  check(value: string | undefined, what: string): void {
    expect([...this.values], what).to.include(value);
  }
}

/** These say that nothing came of the request. */
const nothingHappened = (error: AsanaError): boolean =>
  error.code === 'REFUSED' ||
  (error.code === 'NETWORK_ERROR' &&
    (error.description ?? '').includes('Nothing was sent'));

describe('any program of operations under any faults', () => {
  let sandbox: Sandbox;
  const captured = useCapturedConsole();
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

  before(async () => {
    sandbox = await startSandbox();
    process.on('unhandledRejection', onUnhandled);
  });
  after(async () => {
    process.off('unhandledRejection', onUnhandled);
    await sandbox.close();
  });

  it('does each thing once, or says truly that it did not or may have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(rule, { maxLength: 6 }),
        async (steps, rules) => {
          const restore = useEnvironment(skippingTime());
          try {
            await runProgram(sandbox, steps, rules);
          } finally {
            restore();
          }
          expect(unhandled).to.eql([]);
          expect(captured.lines.join('\n')).to.not.include(sandbox.token);
        }
      ),
      propertyRuns
    );
  }).timeout(120_000);
});

/** Without the network, so that no deadline can be missed. */
async function makeTask(sandbox: Sandbox, data: object): Promise<string> {
  const response = await sandbox.asana.handle(
    new Request(`${sandbox.url}/api/1.0/tasks`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${sandbox.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data }),
    })
  );
  return ((await response.json()) as { data: { gid: string } }).data.gid;
}

/** Shared by all programs, as the limits of the token are: it only moves on. */
let time = 0;

/** Sleeping takes no time; only a deadline is real, as a hang has no end. */
function skippingTime() {
  return {
    now: () => time,
    sleep: async (milliseconds: number) => {
      time += milliseconds;
      await new Promise(resolve => setImmediate(resolve));
    },
    after: (_: number, callback: () => void) => {
      const timer = setTimeout(callback, deadline);
      return () => clearTimeout(timer);
    },
  };
}

async function runProgram(
  sandbox: Sandbox,
  steps: readonly Step[],
  rules: readonly FaultRule[]
): Promise<void> {
  sandbox.reset();
  const { store } = sandbox.asana;
  const project = store.projects.all()[0]!.gid;
  const { configuration } = sandbox;

  const run = async (operation: Operation): Promise<Ending> => {
    try {
      const { data } = await operation({ configuration });
      return { ok: true, data };
    } catch (error) {
      if (!(error instanceof AsanaError)) throw error;
      expect(`${error.message}${JSON.stringify(error)}`).to.not.include(
        sandbox.token
      );
      return { ok: false, error };
    }
  };

  const gids: string[] = [];
  for (const name of ['t0', 't1', 't2']) {
    gids.push(await makeTask(sandbox, { name, projects: [project] }));
  }
  for (const each of rules) sandbox.faults.add(each);

  const notes = gids.map(() => new Possible(''));
  const alive = gids.map(() => new Possible('yes'));
  const upserted = new Map<string, Possible>();

  /** Runs what may make something, and looks how often it was made. */
  const once = async (operation: Operation, made: () => number) => {
    const before = made();
    const ending = await run(operation);
    const least = Number(ending.ok);
    const mayBe = !ending.ok && ending.error.code === 'AMBIGUOUS_WRITE';
    expect(made() - before, 'made').to.be.within(least, least + Number(mayBe));
  };
  const tasksNamed = (name: string): number =>
    store.tasks.all().filter(found => found.name === name).length;
  const commentsOf = (text: string): number =>
    store.stories.all().filter(story => story.text === text).length;

  for (const each of steps) {
    switch (each.kind) {
      case 'create':
      case 'createTogether': {
        const names = each.kind === 'create' ? [each.name] : each.names;
        await Promise.all(
          names.map(name =>
            once(createTask({ name, projects: [project] }), () =>
              tasksNamed(name)
            )
          )
        );
        break;
      }
      case 'update': {
        const operation = updateTask(gids[each.task]!, { notes: each.notes });
        const ending = await run(operation);
        if (ending.ok) notes[each.task]!.is(each.notes);
        else if (!nothingHappened(ending.error)) {
          notes[each.task]!.mayBe(each.notes);
        }
        break;
      }
      case 'upsert': {
        const possible = upserted.get(each.key) ?? new Possible(undefined);
        upserted.set(each.key, possible);
        const data = { name: each.key, notes: each.notes, projects: [project] };
        const ending = await run(
          upsertTask(project, { externalId: 'name', data })
        );
        if (ending.ok) possible.is(each.notes);
        else if (!nothingHappened(ending.error)) possible.mayBe(each.notes);
        break;
      }
      case 'delete': {
        const ending = await run(deleteTask(gids[each.task]!));
        if (ending.ok) alive[each.task]!.is(undefined);
        else if (!nothingHappened(ending.error)) {
          alive[each.task]!.mayBe(undefined);
        }
        break;
      }
      case 'comment': {
        const { text } = each;
        await once(createTaskStory(gids[each.task]!, { text }), () =>
          commentsOf(text)
        );
        break;
      }
      case 'get': {
        const ending = await run(getTask(gids[each.task]!));
        if (ending.ok) {
          const { notes: found } = ending.data as { notes: string };
          notes[each.task]!.check(found, 'what was read');
        }
        break;
      }
      case 'list': {
        const ending = await run(getTasks(project, { opt_fields: 'name' }));
        if (!ending.ok) break;
        const listed = (ending.data as { gid: string }[]).map(({ gid }) => gid);
        expect(listed, 'listed once').to.eql([...new Set(listed)]);
        gids.forEach((gid, index) => {
          const isListed = listed.includes(gid) ? 'yes' : undefined;
          alive[index]!.check(isListed, 'listed');
        });
        break;
      }
    }
  }

  const tasks = store.tasks.all();
  for (const [key, possible] of upserted) {
    const found = tasks.filter(found => found.name === key);
    expect(found.length, `tasks for ${key}`).to.be.at.most(1);
    possible.check(found[0]?.notes, `notes of ${key}`);
  }
  gids.forEach((gid, index) => {
    const found = store.tasks.get(gid);
    if (found) notes[index]!.check(found.notes, `notes of t${index}`);
  });
}
