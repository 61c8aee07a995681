import { endpoints } from '../generated/endpoints.js';
import type { Endpoint } from '../types.js';

/** Rows with names in their paths, and what recognizes these paths. */
let patterns: readonly (readonly [RegExp, Endpoint])[] | undefined;

/**
 * The row of a path that a job wrote by hand. `undefined` where the table has
 * none, which Asana may know all the same.
 */
export function findEndpoint(
  method: string,
  path: string
): Endpoint | undefined {
  patterns ??= Object.values(endpoints).map(
    endpoint => [toPattern(endpoint.path), endpoint] as const
  );
  return patterns.find(
    ([pattern, endpoint]) => endpoint.method === method && pattern.test(path)
  )?.[1];
}

const toPattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`);
