import type { Entity, User } from '../entities.js';
import type { World } from '../world.js';
import { tellChange } from './tell.js';

/** Writes fields of an object, and tells of those that are another now. */
export function changeFields<T extends Entity>(
  world: World,
  user: User,
  object: T,
  values: Partial<Omit<T, keyof Entity>>
): void {
  const changed = Object.entries(values).filter(
    ([name, value]) => Reflect.get(object, name) !== value
  );
  Object.assign(object, values);
  for (const [name] of changed) tellChange(world, user, object, name);
}
