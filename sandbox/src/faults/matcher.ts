import type { FaultMatch } from './fault-rule.js';

/** Decides for one request after the other whether the fault meets it. */
export type Matcher = (method: string, path: string) => boolean;

const apiRoot = '/api/1.0';

export function createMatcher(match: FaultMatch): Matcher {
  const isPath = pathTest(match.path);
  let seen = 0;
  let fired = 0;
  return (method, path) => {
    if (match.method && match.method.toUpperCase() !== method) return false;
    if (!isPath(path)) return false;
    seen += 1;
    const isTurn =
      isNth(match.nth, seen) &&
      seen % (match.every ?? 1) === 0 &&
      fired < (match.times ?? Infinity);
    if (isTurn) fired += 1;
    return isTurn;
  };
}

function isNth(nth: FaultMatch['nth'], seen: number): boolean {
  if (nth === undefined) return true;
  return typeof nth === 'number' ? nth === seen : nth.includes(seen);
}

function pathTest(pattern: FaultMatch['path']): (path: string) => boolean {
  if (pattern === undefined) return () => true;
  // `search` does not move `lastIndex`, so that a `g` flag does no harm.
  if (pattern instanceof RegExp) return path => path.search(pattern) >= 0;
  const expression = globExpression(pattern);
  return path =>
    expression.test(path) ||
    (path.startsWith(apiRoot) && expression.test(path.slice(apiRoot.length)));
}

function globExpression(glob: string): RegExp {
  const source = glob
    .split(/(\*\*?)/)
    .map(part =>
      part === '**'
        ? '.*'
        : part === '*'
          ? '[^/]+'
          : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    )
    .join('');
  return new RegExp(`^${source}/?$`);
}
