import { inspect } from 'node:util';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { AsanaError } from '../../../src/errors.js';
import type { Operation, State } from '../../../src/types.js';
import { makeTasks } from '../../contract/make-tasks.js';
import { checkCause, type Ending } from './claim.js';
import type { Clock } from './clock.js';
import type { Program } from './program.js';
import { takeSnapshot, type Snapshot } from './snapshot.js';
import { tokenHere, tooLong } from './trouble.js';
import type { Wire } from './wire.js';

/** What the steps of one program work on. */
export interface World {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
  readonly project: string;
  /** The gids of the first three tasks, which may be gone by now. */
  readonly gids: readonly string[];
  /**
   * Runs an operation, and looks at what it leaves. It may fail when something
   * got in its way, or with the excuse.
   */
  readonly run: (operation: Operation, excuse?: RegExp) => Promise<Ending>;
  /** What Asana held before the step. */
  before: Snapshot;
  /** The gids of all tasks that ever were. */
  readonly everMade: Set<string>;
  /** When something changed for the last time. */
  changedAt: number;
}

/** In milliseconds, with a minute for the answer to arrive. */
const longestClosing = tooLong * 1000 + 60_000;

/** No state and no error may show the token, however deep. */
function checkSecret(shown: string, token: string): void {
  expect(shown.includes(token), `the token is in ${shown}`).to.equal(false);
}

/** Anything but an `AsanaError` is a mistake that no user could understand. */
async function settle(operation: Operation, start: State) {
  try {
    return { ok: true, state: await operation(start) } as const;
  } catch (error) {
    if (error instanceof AsanaError) return { ok: false, error } as const;
    throw error;
  }
}

export async function createWorld(
  sandbox: Sandbox,
  { crowd, rules }: Program,
  clock: Clock,
  wire: Wire
): Promise<World> {
  const { token } = sandbox;
  const { store } = sandbox.asana;
  const project = store.projects.all()[0]!.gid;
  const workspaceGid = store.workspaces.all()[0]!.gid;
  const configuration = { ...sandbox.configuration, workspaceGid };

  const names = Array.from({ length: crowd }, (_, index) => `crowd ${index}`);
  const gids: string[] = [];
  for (const name of ['t0', 't1', 't2', ...names]) {
    // A search goes by when they were created.
    clock.pass(1);
    gids.push(...(await makeTasks(sandbox, project, [name])));
  }
  for (const { match, fault } of rules) {
    const text = JSON.stringify(fault).replace(tokenHere, token);
    sandbox.faults.add({ match, fault: JSON.parse(text) });
  }

  const run: World['run'] = async (operation, excuse) => {
    const earlier = sandbox.requests.length;
    const isClosed = sandbox.requests.some(
      ({ fault, at }) =>
        fault === 'rate-limit' && clock.now() - at < longestClosing
    );
    const settled = await settle(operation, { configuration });
    const isDisturbed =
      wire.isDown || sandbox.requests.slice(earlier).some(({ fault }) => fault);
    if (settled.ok) {
      checkSecret(
        JSON.stringify({ ...settled.state, configuration: {} }),
        token
      );
      return { isDisturbed, isClosed, ok: true, data: settled.state.data };
    }
    const { error } = settled;
    checkSecret(inspect(error, { depth: Infinity, showHidden: true }), token);
    checkSecret(JSON.stringify(error), token);
    expect(error.fix, 'advice').to.be.a('string').that.is.not.empty;
    const ending: Ending = { isDisturbed, isClosed, ok: false, error };
    // Of a batch each request has its own.
    const isExcused =
      excuse?.test(error.message) ?? error.code === 'BATCH_FAILED';
    if (!isExcused) checkCause(ending);
    return ending;
  };

  return {
    sandbox,
    clock,
    project,
    gids: gids.slice(0, 3),
    run,
    before: takeSnapshot(sandbox.asana),
    everMade: new Set(gids),
    changedAt: clock.now(),
  };
}
