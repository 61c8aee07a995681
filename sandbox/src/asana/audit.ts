import type { Entity, User } from './entities.js';
import type { World } from './world.js';

/** An entry of the audit log. */
export interface AuditEvent {
  readonly gid: string;
  readonly created_at: string;
  readonly event_type: string;
  readonly event_category: string;
  readonly actor: {
    readonly actor_type: 'user';
    readonly gid: string;
    readonly name: string;
    readonly email?: string;
  };
  readonly resource: {
    readonly gid: string;
    readonly resource_type: string;
    readonly name: string;
  };
  readonly details: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, string>>;
}

function toAuditEvent(
  gid: string,
  at: number,
  user: User,
  resource: Entity,
  event_type: string,
  event_category: string
): AuditEvent {
  const { email } = user;
  return {
    gid,
    created_at: new Date(at).toISOString(),
    event_type,
    event_category,
    actor: {
      actor_type: 'user',
      gid: user.gid,
      name: user.name,
      ...(email !== undefined && { email }),
    },
    // The name is kept, for the object may be gone when the log is read.
    resource: {
      gid: resource.gid,
      resource_type: resource.resource_type,
      name: String(Reflect.get(resource, 'name') ?? ''),
    },
    details: {},
    context: {
      context_type: 'api',
      api_authentication_method: 'personal_access_token',
    },
  };
}

/** Entries have gids of their own, so that they use up nobody else's. */
const firstGid = 1_240_000_000_000_001;

/** Enters that a user did something. */
export function enterAudit(
  { store }: Pick<World, 'store'>,
  at: number,
  user: User,
  resource: Entity,
  event_type: string,
  event_category: string
): void {
  const { audit } = store;
  const gid = String(firstGid + audit.length);
  audit.push(toAuditEvent(gid, at, user, resource, event_type, event_category));
}

/** Enters that a user deletes an object. */
export function auditDeletion(
  world: World,
  user: User,
  resource: Entity
): void {
  const type = `${resource.resource_type}_deleted`;
  enterAudit(world, world.now(), user, resource, type, 'deletion');
}
