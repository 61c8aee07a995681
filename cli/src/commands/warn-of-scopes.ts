import { knownScopes } from '../scopes/known.js';
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
  const { operations, closed, count, total } = uncovered(scopes);
  if (count === 0) return;
  const lines = Object.entries(operations)
    .filter(([family]) => !closed.includes(family))
    .map(([family, names]) =>
      family === ''
        ? `  ${names.join(', ')}`
        : `  ${family}: ${names.join(', ')}`
    );
  if (closed.length > 0) lines.push(`  all of ${closed.join(', ')}`);
  tell(
    surroundings,
    `Warning: with these scopes, ${count} of the adaptor's ${total} operations will be refused:\n${lines.join('\n')}\nAll of them work with an app that has full permissions: --scope default\n`
  );
}
