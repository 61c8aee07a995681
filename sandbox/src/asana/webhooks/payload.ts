import type { Entity } from '../entities.js';
import type { Event } from '../events.js';

/** An object as a webhook names it: never by what a person has written. */
export interface BareObject {
  readonly gid: string;
  readonly resource_type: string;
  readonly resource_subtype?: string;
}

/** An event as a webhook tells it. */
export interface WebhookEvent {
  readonly user: BareObject | null;
  readonly created_at: string;
  readonly action: Event['action'];
  readonly resource: BareObject;
  readonly parent: BareObject | null;
  readonly change?: Readonly<Record<string, string | BareObject | null>>;
}

function bare(entity: Entity): BareObject {
  const { gid, resource_type } = entity;
  const resource_subtype: unknown = Reflect.get(entity, 'resource_subtype');
  return typeof resource_subtype === 'string'
    ? { gid, resource_type, resource_subtype }
    : { gid, resource_type };
}

const bareValue = (value: string | Entity | null) =>
  typeof value === 'object' && value ? bare(value) : value;

/** What a webhook tells of an event, as it was when it happened. */
export function toWebhookEvent(event: Event): WebhookEvent {
  const { user, created_at, action, resource, parent, change } = event;
  const told = {
    user: user && bare(user),
    created_at,
    action,
    resource: bare(resource),
    parent: parent && bare(parent),
  };
  if (!change) return told;
  const values = Object.entries(change).map(
    ([name, value]: [string, string | Entity | null]) =>
      [name, bareValue(value)] as const
  );
  return { ...told, change: Object.fromEntries(values) };
}
