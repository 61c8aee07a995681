import type { Entity, User } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { tellDeletion } from './tell.js';

/** Something in the trash, and how it comes back. */
export interface Discarded {
  readonly resource: Entity;
  readonly user: User;
  readonly restore: () => void;
}

/**
 * Tells that an object goes into the trash, as long as it still knows where it
 * stands, and keeps how it comes back.
 */
export function discard(
  world: World,
  user: User,
  resource: Entity,
  restore: () => void
): void {
  tellDeletion(world, user, resource);
  keepInTrash(world, user, resource, restore);
}

/** Keeps how an object comes back of which it was told that it goes. */
export function keepInTrash(
  world: World,
  user: User,
  resource: Entity,
  restore: () => void
): void {
  world.store.trash.set(resource.gid, { resource, user, restore });
}

/** Brings an object back, by the one who deleted it. */
export function undelete(world: World, gid: string): void {
  const { trash } = world.store;
  const found = trash.get(gid);
  if (!found) throw new RangeError(`There is no ${gid} in the trash.`);
  const { resource, user, restore } = found;
  trash.delete(gid);
  restore();
  world.events.record(
    { user, resource, action: 'undeleted' },
    timestamp(world)
  );
}
