import { CliError } from '../../cli-error.js';
import type { FileOptions } from '../../commands/refresh.js';
import type { Surroundings } from '../../surroundings.js';
import { answer } from '../../terminal/output.js';
import { expectStore } from '../store/expect-store.js';
import { listHooks } from '../store/hooks.js';
import { withStore, type DataOptions } from '../store/with-store.js';
import { listWebhooks } from './asana-webhooks.js';
import { judge, type HookRow, type HookState } from './judge.js';
import { tellTheSame } from './same-hooks.js';
import { openSession } from './session.js';
import { toLines } from './to-lines.js';
import { workspacesOf } from './workspaces.js';

export interface ListOptions extends FileOptions, DataOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  /** Whether it is to fail when a webhook does. */
  readonly check?: boolean;
}

/** Shows the webhooks that Asana has, and those that it should have. */
export async function list(
  surroundings: Surroundings,
  options: ListOptions
): Promise<void> {
  const session = await openSession(surroundings, options);
  await expectStore(surroundings, options);
  const workspaces = await workspacesOf(session, options.workspace);
  const theirs = await listWebhooks(session, workspaces);
  const rows = await withStore(surroundings, options, async store =>
    judge(listHooks(store), theirs, session.baseUrl)
  );
  answer(
    surroundings,
    options.json === true ? JSON.stringify(rows, null, 2) : toText(rows)
  );
  const bad = rows.filter(({ id, state }) => id && isBad.has(state));
  if (options.check === true && bad.length > 0) {
    throw someFail(bad.length, rows.filter(({ id }) => id).length);
  }
}

const isBad = new Set<HookState>(['failing', 'inactive', 'gone']);

const someFail = (bad: number, all: number): CliError =>
  new CliError(
    `${bad} of ${all} ${all === 1 ? 'webhook' : 'webhooks'} ${bad === 1 ? 'does' : 'do'} not work.`,
    'Make again what is gone or inactive: npx openfn-asana webhooks reconcile\nFor what fails, see that openfn-asana webhooks serve runs and is reached.'
  );

function toText(rows: readonly HookRow[]): string {
  if (rows.length === 0) {
    return 'There are no webhooks. Make one: npx openfn-asana webhooks create --help';
  }
  const isGone = rows.some(({ state }) => state === 'gone');
  return [
    ...rows.map(toLines),
    ...(isGone
      ? ['Make what is gone again: npx openfn-asana webhooks reconcile']
      : []),
    ...doubled(rows).map(
      ([first, second]) =>
        `Webhooks ${first.gid} and ${second.gid} tell of the same: each event reaches the workflow twice. Delete one of them: npx openfn-asana webhooks delete ${second.gid}`
    ),
  ].join('\n\n');
}

/** Only what was made with this database leads to the same workflow. */
function doubled(rows: readonly HookRow[]): (readonly [HookRow, HookRow])[] {
  const ours = rows.filter(
    ({ id, gid, state }) =>
      id !== undefined && gid !== undefined && state !== 'elsewhere'
  );
  return ours.flatMap((row, place) => {
    const first = ours.slice(0, place).find(other => tellTheSame(other, row));
    return first === undefined ? [] : [[first, row] as const];
  });
}
