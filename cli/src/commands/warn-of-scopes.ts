import { knownScopes } from '../scopes/known.js';
import type { Uncovered } from '../scopes/uncovered.js';
import type { Surroundings } from '../surroundings.js';
import { tell } from '../terminal/output.js';

/** Says what a job cannot do with these scopes, before they are asked for. */
export async function warnOfScopes(
  surroundings: Surroundings,
  scopes: readonly string[]
): Promise<void> {
  const unknown = scopes.filter(scope => !knownScopes.has(scope));
  if (unknown.length > 0) {
    tell(
      surroundings,
      `Warning: no operation needs ${unknown.join(', ')}. Is it spelled right?`
    );
  }
  // The table of operations is loaded only here.
  const { uncovered } = await import('../scopes/uncovered.js');
  const found = uncovered(scopes);
  if (found.count === 0) return;
  tell(
    surroundings,
    `Warning: ${toText(found)}\nAll of them work with an app that has full permissions: --scope default\n`
  );
}

/** Whichever list is the shorter tells more. */
function toText({ operations, covered, closed, ...counts }: Uncovered): string {
  const { count, total } = counts;
  const works = total - count;
  if (works === 0) {
    return `with these scopes, all ${total} operations of the adaptor will be refused.`;
  }
  if (works < count) {
    return [
      `with these scopes, only these ${works} of the adaptor's ${total} operations work:`,
      ...toLines(covered),
      `The other ${count} will be refused, among them ${list(operations[''] ?? [])}.`,
    ].join('\n');
  }
  return [
    `with these scopes, ${count} of the adaptor's ${total} operations will be refused:`,
    ...toLines(operations, closed),
    ...(closed.length > 0 ? [`  all of ${list(closed)}`] : []),
  ].join('\n');
}

const toLines = (
  operations: Uncovered['operations'],
  except: readonly string[] = []
): string[] =>
  Object.entries(operations)
    .filter(([family]) => !except.includes(family))
    .map(
      ([family, names]) =>
        `  ${family === '' ? '' : `${family}: `}${list(names)}`
    );

const list = (words: readonly string[]): string => words.join(', ');
