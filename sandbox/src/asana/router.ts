import { endpoints } from '../../../src/generated/endpoints.js';
import type { OperationName } from '../../../src/generated/endpoints.js';
import type { Endpoint } from '../../../src/types.js';

/** What a method and a path lead to. */
export interface Route {
  readonly operation: OperationName;
  readonly endpoint: Endpoint;
  /** The values of the path, by the name in the path: `task_gid`. */
  readonly path: Readonly<Record<string, string>>;
}

interface Pattern {
  readonly operation: OperationName;
  readonly endpoint: Endpoint;
  readonly segments: readonly string[];
}

const isVariable = (segment: string) => segment.startsWith('{');

const patterns = new Map<string, Pattern[]>();
for (const [operation, endpoint] of Object.entries(endpoints)) {
  const segments = endpoint.path.split('/').slice(1);
  const key = `${endpoint.method} ${segments.length}`;
  const group = patterns.get(key) ?? [];
  group.push({ operation: operation as OperationName, endpoint, segments });
  patterns.set(key, group);
}

/** How many segments are variables: the path with the fewest wins. */
const looseness = (pattern: Pattern) =>
  pattern.segments.filter(isVariable).length;
for (const group of patterns.values()) {
  group.sort((a, b) => looseness(a) - looseness(b));
}

function match(
  pattern: Pattern,
  segments: readonly string[]
): Record<string, string> | undefined {
  const path: Record<string, string> = {};
  for (const [index, expected] of pattern.segments.entries()) {
    const segment = segments[index] ?? '';
    if (isVariable(expected)) {
      if (segment === '') return undefined;
      path[expected.slice(1, -1)] = segment;
    } else if (segment !== expected) {
      return undefined;
    }
  }
  return path;
}

/** `undefined` where a percent sign starts no byte. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** Finds the operation. The path is the one below `/api/1.0`. */
export function findRoute(method: string, path: string): Route | undefined {
  const segments = path.split('/').slice(1).map(decode);
  if (!segments.every(segment => segment !== undefined)) return undefined;
  const candidates = patterns.get(`${method} ${segments.length}`) ?? [];
  for (const pattern of candidates) {
    const values = match(pattern, segments);
    if (values) return { ...pattern, path: values };
  }
  return undefined;
}
