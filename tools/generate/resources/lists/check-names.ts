import { readFile } from 'node:fs/promises';
import type { Family } from './families.js';

const adaptor = new URL('../../../../src/Adaptor.ts', import.meta.url);

/** They cannot be the name of a variable, or mean something in a module. */
const words = new Set(
  `await break case catch class const continue debugger default delete do else
  enum eval export exports extends false finally for function if import in
  instanceof interface let module new null package private protected public
  require return static super switch this throw true try typeof util var void
  while with yield`.split(/\s+/)
);

/**
 * Refuses a namespace or an operation whose name would hide another one, or
 * that nobody could write: it needs another name in the corrections.
 */
export async function checkNames(families: readonly Family[]): Promise<void> {
  const source = await readFile(adaptor, 'utf8');
  const byHand = new Set(
    [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(
      ([, name = '']) => name
    )
  );
  for (const { name, operations } of families) {
    const wrong = [
      ...(byHand.has(name) ? [name] : []),
      ...[name, ...operations.map(operation => operation.name)].filter(
        each => words.has(each) || !/^[a-z]\w*$/i.test(each)
      ),
    ];
    if (wrong.length === 0) continue;
    throw new Error(
      `"${wrong[0]}" in the description cannot be a name here. Give the family another one in tools/generate/corrections.ts.`
    );
  }
}
