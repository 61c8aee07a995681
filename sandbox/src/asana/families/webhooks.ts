import { createHash } from 'node:crypto';
import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { Accompanied, list } from '../behaviour.js';
import type { Entity, User } from '../entities.js';
import { ApiError, badField, badRequest, missingInput } from '../errors.js';
import { fromPath } from '../from-path.js';
import { workspaceFromQuery } from '../from-query.js';
import type { Data } from '../input.js';
import { isObject, readList, requireInput, shown } from '../input.js';
import { isLoopbackName } from '../../loopback-name.js';
import type { Kind } from '../plain/kind.js';
import { createOnly, fixed, optional, required } from '../plain/kind.js';
import { text } from '../plain/readers.js';
import { changeRecord, makeRecord } from '../plain/write.js';
import { asGid } from '../lookup.js';
import type { WebhookFilter } from '../webhooks/filter.js';
import { timestamp } from '../world.js';
import { workspaceOf } from '../workspace-of.js';

export interface Webhook extends Entity {
  readonly resource_type: 'webhook';
  readonly resource: Entity;
  readonly target: string;
  filters: WebhookFilter[];
  /** Not before the handshake has succeeded. */
  active: boolean;
  readonly created_at: string;
  readonly created_by: User;
  delivery_retry_count: number;
  last_failure_at: string | null;
  last_failure_content: string;
  last_success_at: string | null;
  /** Only while deliveries fail. */
  next_attempt_after: string | undefined;
  failure_deletion_timestamp: string | undefined;
}

/** Resources that see too much happen for a webhook without a filter. */
const isHigh = (resource: Entity) =>
  /^(workspace|team|portfolio)$/.test(resource.resource_type);

/** What a webhook on one of those can be told of. */
const highTypes = ['project', 'team_membership', 'workspace_membership'];

const actions = ['changed', 'added', 'removed', 'deleted', 'undeleted'];

/** The wording of these refusals is not documented. */
function checkFilter(filter: WebhookFilter, name: string, on: Entity): void {
  const { resource_type, action, fields } = filter;
  if (!resource_type) throw badField(name, 'resource_type: Missing input');
  if (action !== undefined && !actions.includes(action)) {
    throw badField(name, `action: Not one of ${actions.join(', ')}: ${action}`);
  }
  if (fields !== undefined && action !== 'changed') {
    throw badField(name, 'fields: Only valid for the action changed');
  }
  if (!isHigh(on)) return;
  if (fields !== undefined) {
    throw badField(name, `fields: Not valid on a ${on.resource_type}`);
  }
  if (!highTypes.includes(resource_type)) {
    throw badField(
      name,
      `resource_type: Not valid on a ${on.resource_type}: ${resource_type}`
    );
  }
}

function readFilters(data: Data, name: string): WebhookFilter[] {
  const filters = readList(data, name) ?? [];
  const strange = filters.find(filter => !isObject(filter));
  if (strange !== undefined) {
    throw badField(name, `Value is not a JSON object: ${shown(strange)}`);
  }
  return filters as WebhookFilter[];
}

function readResource(data: Data, name: string, { world }: Context): Entity {
  const gid = asGid(data[name], name);
  const found = world.store.find(gid);
  if (found && workspaceOf(found)) return found;
  throw badField(name, `Unknown object: ${gid}`);
}

function readTarget(data: Data, name: string, context: Context): string {
  const target = text(data, name, context);
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (!/^https?:$/.test(url?.protocol ?? '')) {
    throw badField(name, `Not a valid URL: ${target}`);
  }
  if (isLoopbackName(url!.hostname) && !context.world.localWebhooks) {
    throw new ApiError(403, `The target host is not allowed: ${url!.hostname}`);
  }
  return target;
}

export const webhook: Kind<Webhook> = {
  type: 'webhook',
  fields: {
    resource: createOnly(required(readResource)),
    target: createOnly(required(readTarget)),
    filters: optional(readFilters, () => []),
    active: fixed(() => false),
    created_at: fixed(({ world }) => timestamp(world)),
    created_by: fixed(({ user }) => user),
    delivery_retry_count: fixed(() => 0),
    last_failure_at: fixed(() => null),
    last_failure_content: fixed(() => ''),
    last_success_at: fixed(() => null),
    next_attempt_after: fixed(() => undefined),
    failure_deletion_timestamp: fixed(() => undefined),
  },
  compact: ['active', 'filters', 'resource', 'target'],
  hidden: ['created_by'],
  check({ resource, target, filters, gid }, { world, user }) {
    if (isHigh(resource) && filters.length === 0) throw missingInput('filters');
    for (const [index, filter] of filters.entries()) {
      checkFilter(filter, `filters: [${index}]`, resource);
    }
    const isTaken = webhooksOf(world, user).some(
      held =>
        held.gid !== gid && held.resource === resource && held.target === target
    );
    if (isTaken) {
      throw new ApiError(
        403,
        'Duplicated webhook. You already have an existing webhook for the given resource and target. Delete the old one before creating another.'
      );
    }
  },
};

const webhooksOf = ({ store }: Context['world'], user: User): Webhook[] =>
  store
    .of<Webhook>('webhook')
    .all()
    .filter(({ created_by }) => created_by === user);

function ownWebhook(context: Context): Webhook {
  const { store } = context.world;
  const found = fromPath(context, store.of<Webhook>('webhook'));
  if (found.created_by === context.user) return found;
  throw new ApiError(403, 'You do not have access to this webhook.');
}

const createWebhook: Behaviour = async context => {
  const { world, data } = context;
  if (data['resource'] === undefined && data['target'] === undefined) {
    throw badRequest('You should specify one of resource');
  }
  requireInput(data, 'target');
  const made = makeRecord(context, webhook);
  const secret = createHash('sha256').update(`secret ${made.gid}`);
  const held = { webhook: made, secret: secret.digest('hex') };
  // A new webhook is shown as one that is not active yet.
  const shownNow = { ...made };
  try {
    await world.webhooks.shakeHands(held);
  } catch (error) {
    world.store.of<Webhook>('webhook').delete(made);
    throw error;
  }
  world.webhooks.start(held);
  return new Accompanied(shownNow, { 'X-Hook-Secret': held.secret });
};

const getWebhooks: Behaviour = context => {
  const { world, user, query } = context;
  const workspace = workspaceFromQuery(context);
  const gid = query.get('resource');
  return list(
    webhooksOf(world, user),
    ({ resource }) =>
      workspaceOf(resource) === workspace && (!gid || resource.gid === gid)
  );
};

const deleteWebhook: Behaviour = context => {
  const held = ownWebhook(context);
  context.world.webhooks.stop(held);
  context.world.store.of<Webhook>('webhook').delete(held);
  return undefined;
};

export const webhooks = {
  createWebhook,
  getWebhooks,
  getWebhook: ownWebhook,
  updateWebhook: context => changeRecord(context, webhook, ownWebhook(context)),
  deleteWebhook,
} satisfies Behaviours;
