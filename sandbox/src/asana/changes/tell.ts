import { auditDeletion } from '../audit.js';
import type { Entity, User } from '../entities.js';
import type { Change } from '../events.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';

/** Tells those who follow an object's events about a change of a field. */
export function tellChange(
  world: World,
  user: User,
  resource: Entity,
  field: string,
  change: Omit<Change, 'field' | 'action'> & { action?: Change['action'] } = {}
): void {
  world.events.record(
    {
      user,
      resource,
      action: 'changed',
      change: { action: 'changed', ...change, field },
    },
    timestamp(world)
  );
}

/** Tells that an object was added to something or removed from it. */
export function tellMove(
  world: World,
  user: User,
  resource: Entity,
  action: 'added' | 'removed',
  parent: Entity | null
): void {
  world.events.record({ user, resource, action, parent }, timestamp(world));
}

/** Tells that an object goes, as long as it still knows where it stands. */
export function tellDeletion(world: World, user: User, resource: Entity): void {
  auditDeletion(world, user, resource);
  world.events.record({ user, resource, action: 'deleted' }, timestamp(world));
}
