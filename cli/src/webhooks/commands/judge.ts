import type { Hook, HookFilter } from '../store/hooks.js';
import type { AsanaWebhook } from './asana-webhooks.js';

/**
 * - `working`: Asana has it, and its last delivery was taken.
 * - `new`: nothing has been delivered yet.
 * - `failing`: its last delivery was not taken; Asana tries for a day.
 * - `inactive`: Asana has it, and sends nothing.
 * - `gone`: it was made with this tool, and Asana does not list it.
 * - `unknown`: Asana has it, and it was not made with this database.
 * - `elsewhere`: it belongs to another Asana, such as a sandbox.
 */
export type HookState =
  'working' | 'new' | 'failing' | 'inactive' | 'gone' | 'unknown' | 'elsewhere';

/** A webhook as it is shown, and as `--json` prints it. */
export interface HookRow {
  readonly state: HookState;
  readonly id?: string;
  readonly gid?: string;
  readonly resource: string;
  readonly resource_type?: string;
  readonly resource_name?: string;
  readonly target: string;
  readonly filters: readonly HookFilter[];
  readonly last_success_at?: string;
  readonly last_failure_at?: string;
  readonly last_failure_content?: string;
  readonly delivery_retry_count?: number;
  readonly next_attempt_after?: string;
  /** When Asana gives it up. */
  readonly failure_deletion_timestamp?: string;
}

/** Lays what this tool knows beside what Asana has. */
export function judge(
  ours: readonly Hook[],
  theirs: readonly AsanaWebhook[],
  baseUrl: string
): HookRow[] {
  const known = ours.map(hook =>
    toRow(hook, counterpart(hook, theirs), baseUrl)
  );
  const unknown = theirs
    .filter(webhook => !ours.some(hook => isSame(hook, webhook)))
    .map(webhook => ({ ...describe(webhook), state: 'unknown' as const }));
  return [...known, ...unknown];
}

/** The target is known before Asana has told the gid. */
export const isSame = (hook: Hook, webhook: AsanaWebhook): boolean =>
  hook.gid === webhook.gid || hook.target === webhook.target;

export const counterpart = (
  hook: Hook,
  theirs: readonly AsanaWebhook[]
): AsanaWebhook | undefined => theirs.find(webhook => isSame(hook, webhook));

function toRow(
  hook: Hook,
  webhook: AsanaWebhook | undefined,
  baseUrl: string
): HookRow {
  const { id, gid, resource, resourceType, resourceName, target } = hook;
  if (webhook !== undefined) {
    return { ...describe(webhook), id, state: stateOf(webhook) };
  }
  return {
    state: hook.baseUrl === baseUrl ? 'gone' : 'elsewhere',
    id,
    resource,
    target,
    filters: hook.filters,
    ...(gid !== undefined && { gid }),
    ...(resourceType !== undefined && { resource_type: resourceType }),
    ...(resourceName !== undefined && { resource_name: resourceName }),
  };
}

export function stateOf(webhook: AsanaWebhook): HookState {
  const { last_success_at, last_failure_at, delivery_retry_count } = webhook;
  const isBehind =
    Date.parse(last_failure_at ?? '') > Date.parse(last_success_at ?? '1970');
  if (isBehind || (delivery_retry_count ?? 0) > 0) return 'failing';
  if (last_success_at == null) return 'new';
  return webhook.active === false ? 'inactive' : 'working';
}

function describe(webhook: AsanaWebhook): Omit<HookRow, 'state'> {
  const { resource, gid, target, filters } = webhook;
  const row = {
    gid,
    resource: resource.gid,
    resource_type: resource.resource_type,
    resource_name: resource.name,
    target,
    filters: filters ?? [],
    last_success_at: webhook.last_success_at,
    last_failure_at: webhook.last_failure_at,
    last_failure_content: webhook.last_failure_content,
    delivery_retry_count: webhook.delivery_retry_count,
    next_attempt_after: webhook.next_attempt_after,
    failure_deletion_timestamp: webhook.failure_deletion_timestamp,
  };
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value != null && value !== '')
  ) as unknown as Omit<HookRow, 'state'>;
}
