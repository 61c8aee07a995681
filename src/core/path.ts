import { AsanaError, invalidArgument } from '../errors.js';

/** A path that a job wrote by hand, and the query that may hang on it. */
export interface Path {
  readonly path: string;
  readonly query: Record<string, string>;
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'];

/** Accepts only what stays below Asana's API, and says what else is wrong. */
export function toPath(operation: string, value: unknown): Path {
  if (typeof value !== 'string' || value.trim() === '') {
    throw invalidArgument(
      operation,
      '"path" must be a text such as "/tasks/1206933955023739"',
      'Paths are listed at https://developers.asana.com/reference.'
    );
  }
  if (/https?:\/\//.test(value)) {
    throw new AsanaError(
      `${operation}: "path" must be a path, not an absolute URL`,
      {
        code: 'UNEXPECTED_ABSOLUTE_URL',
        description: `An absolute URL was given; only a path below /api/1.0 is sent to Asana.`,
        fix: 'Leave out everything up to /api/1.0, as in "/tasks/1206933955023739". For another server use the http functions.',
      }
    );
  }
  const [beforeHash = ''] = value.trim().split('#');
  const [path = '', ...search] = beforeHash.split('?');
  const clean = `/${path}`.replace(/\/{2,}/g, '/');
  if (isUnsafe(clean)) {
    throw invalidArgument(
      operation,
      '"path" must not contain "..", a backslash, an encoded slash or a control character',
      'Write the path from the top, as in "/tasks/1206933955023739".'
    );
  }
  return {
    path: clean,
    query: joinRepeated(new URLSearchParams(search.join('?'))),
  };
}

/** Asana takes a list with commas where 5.1.2 repeated the parameter. */
const joinRepeated = (search: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...search.keys()].map(name => [name, search.getAll(name).join(',')])
  );

/** A server may take the encoded form for the plain one. */
const isUnsafe = (path: string): boolean =>
  /[\\\p{Cc}]/u.test(path) ||
  path
    .split('/')
    .some(segment =>
      ['.', '..'].includes(segment.replace(/%2e/gi, '.').toLowerCase())
    ) ||
  /%(2f|5c)/i.test(path);

export function toMethod(operation: string, value: unknown): string {
  const method = value === undefined || value === null ? 'GET' : value;
  if (typeof method === 'string' && methods.includes(method.toUpperCase())) {
    return method.toUpperCase();
  }
  throw invalidArgument(
    operation,
    `"method" is not one of ${methods.join(', ')}: ${JSON.stringify(value)}`,
    'Leave it out to read, or write method: "POST".'
  );
}
