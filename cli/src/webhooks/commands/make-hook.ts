import { CliError, isCliError } from '../../cli-error.js';
import { keepSecret } from '../../secrets.js';
import { setGid, type Hook } from '../store/hooks.js';
import type { Store } from '../store/open.js';
import {
  expectHandshake,
  expectNothing,
  keepSecrets,
  secretsOf,
} from '../store/secrets.js';
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  type MadeWebhook,
} from './asana-webhooks.js';
import type { Session } from './session.js';
import { workspacesOf } from './workspaces.js';

export interface Making {
  readonly store: Store;
  readonly session: Session;
  readonly now: () => number;
}

/** Longer than Asana is waited for, which asks the target meanwhile. */
const handshakeMs = 60_000;

/**
 * Has Asana make a hook that is in the database already, where a running
 * `serve` expects its handshake. The secret that Asana answers with must be
 * the one that came with the handshake: whoever knows the address could have
 * been faster. When it fails, the secrets are those of before.
 */
export async function makeHook(
  { store, session, now }: Making,
  hook: Hook
): Promise<string> {
  const before = secretsOf(store, hook.id);
  expectHandshake(store, hook.id, now() + handshakeMs);
  try {
    const { webhook, secret } = await create(session, hook);
    if (secret !== undefined) keepSecret(secret);
    if (secret === undefined || !secretsOf(store, hook.id).includes(secret)) {
      await deleteWebhook(session, webhook.gid);
      throw notShared(hook, store);
    }
    // What the webhook of before has sent may still be under way.
    keepSecrets(store, hook.id, [secret, ...before.slice(0, 1)]);
    setGid(store, hook.id, {
      gid: webhook.gid,
      resourceType: webhook.resource.resource_type,
      resourceName: webhook.resource.name,
    });
    return webhook.gid;
  } catch (error) {
    expectNothing(store, hook.id);
    keepSecrets(store, hook.id, before);
    throw error;
  }
}

/** Without an answer it may be there all the same, with a secret of which nobody knows whose it is. */
async function create(session: Session, hook: Hook): Promise<MadeWebhook> {
  try {
    return await createWebhook(session, hook);
  } catch (error) {
    if (isCliError(error, 'no answer')) {
      await removeStray(session, hook).catch(() => {});
    }
    throw error;
  }
}

async function removeStray(session: Session, hook: Hook): Promise<void> {
  const workspaces = await workspacesOf(session, undefined);
  for (const { gid, target } of await listWebhooks(session, workspaces)) {
    if (target === hook.target) await deleteWebhook(session, gid);
  }
}

const notShared = ({ target }: Hook, { file }: Store): CliError =>
  new CliError(
    `${new URL(target).host} answered Asana, but not with the database ${file}: the webhook was deleted again.`,
    'Start openfn-asana webhooks serve on this machine with the same --data as this command, and give its address to --url.'
  );
