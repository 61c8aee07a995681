import type { Hook, HookFilter } from '../store/hooks.js';
import { explain } from './explain.js';
import type { Session } from './session.js';

/** A webhook as Asana shows it. */
export interface AsanaWebhook {
  readonly gid: string;
  readonly active?: boolean;
  readonly target: string;
  readonly resource: {
    readonly gid: string;
    readonly name?: string;
    readonly resource_type?: string;
  };
  readonly filters?: readonly HookFilter[] | null;
  readonly last_success_at?: string | null;
  readonly last_failure_at?: string | null;
  readonly last_failure_content?: string | null;
  readonly delivery_retry_count?: number | null;
  readonly next_attempt_after?: string | null;
  readonly failure_deletion_timestamp?: string | null;
}

const fields = [
  'active',
  'target',
  'resource.name',
  'resource.resource_type',
  'filters',
  'last_success_at',
  'last_failure_at',
  'last_failure_content',
  'delivery_retry_count',
  'next_attempt_after',
  'failure_deletion_timestamp',
].join(',');

/** All webhooks that the login has in these workspaces. */
export async function listWebhooks(
  { call }: Session,
  workspaces: readonly string[]
): Promise<AsanaWebhook[]> {
  const found: AsanaWebhook[] = [];
  for (const workspace of workspaces) {
    const first = new URLSearchParams({ workspace, limit: '100' });
    let query: string | undefined = `${first}&opt_fields=${fields}`;
    while (query !== undefined) {
      const answer = await call('GET', `/webhooks?${query}`);
      if (answer.status !== 200) {
        throw explain(answer, 'Asana does not show its webhooks');
      }
      const { data, next_page } = answer.body as WebhookPage;
      found.push(...data);
      const next = new URLSearchParams({
        workspace,
        limit: '100',
        offset: next_page?.offset ?? '',
      });
      query = next_page ? `${next}&opt_fields=${fields}` : undefined;
    }
  }
  return found;
}

interface WebhookPage {
  readonly data: readonly AsanaWebhook[];
  readonly next_page?: { readonly offset: string } | null;
}

/** A webhook, and the secret of it that Asana shows this once. */
export interface MadeWebhook {
  readonly webhook: AsanaWebhook;
  readonly secret: string | undefined;
}

export async function createWebhook(
  { call }: Session,
  { resource, target, filters }: Pick<Hook, 'resource' | 'target' | 'filters'>
): Promise<MadeWebhook> {
  const data = { resource, target, ...(filters.length > 0 && { filters }) };
  const answer = await call('POST', `/webhooks?opt_fields=${fields}`, data);
  if (answer.status !== 201 && answer.status !== 200) {
    throw explain(answer, 'Asana did not make the webhook');
  }
  const body = answer.body as Record<string, unknown>;
  const [, secret] =
    Object.entries(body).find(([k]) => k.toLowerCase() === 'x-hook-secret') ??
    [];
  return {
    webhook: body['data'] as AsanaWebhook,
    secret: typeof secret === 'string' ? secret : undefined,
  };
}

/** What Asana has of that gid. */
export async function lookFor(
  { call }: Session,
  gid: string
): Promise<'there' | 'gone' | 'hidden'> {
  const answer = await call('GET', `/webhooks/${encodeURIComponent(gid)}`);
  if (answer.status === 200) return 'there';
  if (answer.status === 404) return 'gone';
  if (answer.status === 403) return 'hidden';
  throw explain(answer, 'Asana does not show the webhook');
}

/** Deletes a webhook; false where Asana has none of that gid. */
export async function deleteWebhook(
  { call }: Session,
  gid: string
): Promise<boolean> {
  const answer = await call('DELETE', `/webhooks/${encodeURIComponent(gid)}`);
  if (answer.status === 404) return false;
  if (answer.status === 200) return true;
  throw explain(answer, 'Asana did not delete the webhook');
}
