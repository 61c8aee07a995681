import { CliError, isCliError } from '../../cli-error.js';
import type { FileOptions } from '../../commands/refresh.js';
import type { Surroundings } from '../../surroundings.js';
import { answer } from '../../terminal/output.js';
import { listHooks, type Hook } from '../store/hooks.js';
import { expectStore } from '../store/expect-store.js';
import { changeStore, type DataOptions } from '../store/with-store.js';
import { listWebhooks } from './asana-webhooks.js';
import type { CatchUp } from './catch-up.js';
import { counterpart } from './judge.js';
import { mendHook } from './mend-hook.js';
import { openSession } from './session.js';
import { workspacesOf } from './workspaces.js';

export interface ReconcileOptions extends FileOptions, DataOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

/** What became of a hook, as `--json` prints it. */
interface Outcome {
  readonly id: string;
  readonly gid?: string;
  readonly resource: string;
  readonly resource_name?: string;
  readonly result: 'kept' | 'made again' | 'failed';
  /** How many of each were queued. */
  readonly catch_up?: Readonly<Record<string, number | boolean>>;
  readonly failure?: string;
  readonly fix?: string;
}

/** Makes the webhooks again that Asana has given up, and catches up. */
export async function reconcile(
  surroundings: Surroundings,
  options: ReconcileOptions
): Promise<void> {
  const session = await openSession(surroundings, options);
  await expectStore(surroundings, options);
  const outcomes = await changeStore(surroundings, options, async store => {
    const workspaces = await workspacesOf(session, options.workspace);
    const theirs = await listWebhooks(session, workspaces);
    const hooks = listHooks(store).filter(
      ({ baseUrl }) => baseUrl === session.baseUrl
    );
    const done: Outcome[] = [];
    for (const hook of hooks) {
      done.push(
        await outcomeOf(hook, () =>
          mendHook(
            { surroundings, store, session },
            hook,
            counterpart(hook, theirs)
          )
        )
      );
    }
    return done;
  });
  answer(
    surroundings,
    options.json === true ? JSON.stringify(outcomes, null, 2) : toText(outcomes)
  );
  const failed = outcomes.filter(({ result }) => result === 'failed');
  if (failed.length > 0) throw someFailed(failed, outcomes.length);
}

/** One that fails is no reason to leave the others as they are. */
async function outcomeOf(
  hook: Hook,
  mend: () => ReturnType<typeof mendHook>
): Promise<Outcome> {
  const { id, gid, resource, resourceName } = hook;
  const what = { id, gid, resource, resource_name: resourceName };
  try {
    const { gid: made, isMadeAgain, caughtUp } = await mend();
    return {
      ...what,
      gid: made,
      result: isMadeAgain ? 'made again' : 'kept',
      ...(caughtUp && { catch_up: countsOf(caughtUp) }),
    };
  } catch (error) {
    if (!isCliError(error) || error.reason === 'token refused') throw error;
    const { message: failure, fix } = error;
    return { ...what, result: 'failed', failure, fix };
  }
}

const countsOf = (caughtUp: CatchUp) => ({
  changed: caughtUp.changed.length,
  deleted: caughtUp.deleted.length,
  removed: caughtUp.removed.length,
  unreadable: caughtUp.unreadable.length,
  isFullRead: caughtUp.isFullRead,
  fullReadDue: caughtUp.fullReadDue,
});

const toText = (outcomes: readonly Outcome[]): string =>
  outcomes.length === 0
    ? 'There are no webhooks to look after.'
    : outcomes.map(toLine).join('\n');

function toLine(outcome: Outcome): string {
  const { gid, resource, resource_name, result, catch_up, failure } = outcome;
  const name = `Webhook ${gid ?? 'without a gid'} of ${resource_name ?? resource}`;
  if (result === 'failed') return `${name}: failed. ${failure}`;
  const what =
    result === 'kept' ? 'is there' : 'was gone or of no use, and is made again';
  if (catch_up === undefined) return `${name} ${what}.`;
  if (catch_up['fullReadDue'] === true) {
    return `${name} ${what}. Queued that everything has to be read again.`;
  }
  const { changed, deleted, removed, isFullRead } = catch_up;
  return `${name} ${what}. Queued ${changed} changed, ${deleted} deleted, ${removed} removed${isFullRead === true ? ', which is all there is' : ''}.`;
}

function someFailed(failed: readonly Outcome[], all: number): CliError {
  const fixes = new Set(failed.map(({ fix }) => fix));
  return new CliError(
    `${failed.length} of ${all} ${all === 1 ? 'webhook' : 'webhooks'} could not be looked after.`,
    [...fixes].join('\n')
  );
}
