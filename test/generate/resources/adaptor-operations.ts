import { readFile } from 'node:fs/promises';

const source = new URL('../../../src/Adaptor.ts', import.meta.url);

/** The operations that are written by hand, by the source of the adaptor. */
export async function readAdaptorOperations(): Promise<string[]> {
  const text = await readFile(source, 'utf8');
  return [...text.matchAll(/^export function (\w+)/gm)].map(
    ([, name]) => name!
  );
}
