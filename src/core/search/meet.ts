import type { SearchKind } from './kind.js';
import { go, mostFound, type FoundRecord, type Way } from './way.js';

/** By one task alone two lists may seem to meet by chance. */
const leastShared = 2;

/**
 * Whether two lists are the two ends of one, read from both sides: then the
 * end of either is the end of the other backwards. Two lists in no order at
 * all share something too, but not like that.
 */
export function meet(
  forward: readonly string[],
  backward: readonly string[]
): boolean {
  const there = new Set(forward);
  const shared = backward.filter(gid => there.has(gid)).length;
  if (shared < leastShared) return false;
  const end = forward.slice(-shared).reverse();
  return backward.slice(-shared).every((gid, index) => gid === end[index]);
}

/**
 * Reads the box from both sides, in each order that Asana has, until the sides
 * meet. So it finds up to twice as many records as one search.
 */
export const fromBothSides = ({ orders }: SearchKind): Way =>
  async function* (find, box, next) {
    for (const order of orders) {
      const from = (oldestFirst: boolean) =>
        find({ ...box, sort_by: order, sort_ascending: oldestFirst });
      const forward = await from(true);
      yield forward;
      if (forward.length < mostFound) return;
      const backward = await from(false);
      yield backward;
      if (meet(forward.map(gidOf), backward.map(gidOf))) return;
    }
    yield* go(find, box, next);
  };

const gidOf = ({ gid }: FoundRecord): string => gid;
