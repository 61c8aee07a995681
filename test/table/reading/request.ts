import type { SentRequest } from '../../support/fake-asana.js';
import type { Given } from './call.js';
import type { Described } from './operations.js';

/** A request taken apart. */
export interface Request {
  readonly method: string;
  /** The parts of the path, decoded one by one. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** The request that an operation has to send. */
export function wanted(operation: Described, given: Given): Request {
  const gids = new Map(
    operation.gids.map((name, index) => [`{${name}}`, given.gids[index] ?? ''])
  );
  return {
    method: operation.method,
    path: `api/1.0${operation.path}`
      .split('/')
      .map(part => gids.get(part) ?? part),
    query: Object.fromEntries(
      Object.entries(given.params ?? {}).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : String(value),
      ])
    ),
    ...(operation.body && { body: { data: given.data } }),
  };
}

/** The request that was sent. */
export const taken = ({ method, path, query, body }: SentRequest): Request => ({
  method,
  path: path.split('/').slice(1).map(decodeURIComponent),
  query: query ?? {},
  ...(body !== undefined && { body }),
});
