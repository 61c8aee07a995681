import type { Named } from './named.js';
import { simplify } from './simplify.js';

/** A list that is asked for one of its members by gid or name. */
export interface Lookup<T extends Named> {
  readonly all: readonly T[];
  readonly byGid: (gid: string) => T | undefined;
  /** Those of exactly this name; if there are none, those of a like name. */
  readonly byName: (name: string) => readonly T[];
}

const lookups = new WeakMap<readonly Named[], Lookup<Named>>();

/**
 * Ten thousand rows may ask the same list, so it is gone through once. Lists
 * never change: a longer one is another list.
 */
export function lookupOf<T extends Named>(list: readonly T[]): Lookup<T> {
  const lookup = lookups.get(list) ?? createLookup(list);
  lookups.set(list, lookup);
  return lookup as Lookup<T>;
}

function createLookup<T extends Named>(list: readonly T[]): Lookup<T> {
  const gids = new Map(list.map(each => [each.gid, each]));
  const exact = groupBy(list, ({ name }) => name);
  const alike = groupBy(list, ({ name }) => simplify(name));
  return {
    all: list,
    byGid: gid => gids.get(gid),
    byName: name => exact.get(name) ?? alike.get(simplify(name)) ?? [],
  };
}

function groupBy<T>(
  list: readonly T[],
  keyOf: (each: T) => string
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
