/** Hands out gids: 16 digits, always the same ones in the same order. */
export type NextGid = () => string;

/** A real gid of 2025 has 16 digits and starts with `12`. */
const first = 1_200_000_000_000_001;

/** A counter of gids that starts anew for each store. */
export function createGids(start: number = first): NextGid {
  let next = start;
  return () => String(next++);
}
