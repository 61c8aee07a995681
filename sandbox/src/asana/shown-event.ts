import type { Entity } from './entities.js';
import type { Event } from './events.js';
import { showValue } from './record.js';
import type { World } from './world.js';

/** An object in an event: what the list of such objects would show. */
export interface ShownObject {
  readonly gid: string;
  readonly resource_type: string;
  readonly resource_subtype?: string;
  readonly name?: string;
}

/** An event as `GET /events` shows it. */
export interface ShownEvent {
  readonly user: ShownObject | null;
  readonly resource: ShownObject;
  readonly type: string;
  readonly action: Event['action'];
  readonly parent: ShownObject | null;
  readonly created_at: string;
  readonly change?: {
    readonly field: string;
    readonly action: string;
    readonly new_value?: ShownObject | null;
    readonly added_value?: ShownObject;
    readonly removed_value?: ShownObject;
  };
}

/** What is gone has no name any more. */
function stillThere({ store }: World, entity: Entity | null): Entity | null {
  if (!entity || store.knows(entity.gid)) return entity;
  const { gid, resource_type } = entity;
  // No shape is called that, so nothing is read of it.
  return { gid, resource_type, shape: 'gone' };
}

/** An event as it is now: its objects may have gone since. */
export const presentEvent = (world: World, event: Event): Event => ({
  ...event,
  // What is an object stays one.
  resource: stillThere(world, event.resource)!,
  parent: stillThere(world, event.parent),
});

/** An event with the compact records of its objects. */
export function showEvent(world: World, event: Event): ShownEvent {
  const [anyone] = world.store.users;
  const viewer = {
    user: event.user ?? anyone!,
    baseUrl: '',
    plan: world.plan,
  };
  return showValue(event, undefined, 'compact', viewer) as ShownEvent;
}
