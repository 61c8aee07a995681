import type { Metafile } from 'esbuild';

/**
 * How many bytes of a bundle come from `src/`, of all that is loaded together
 * with an entry; what is loaded later does not count.
 */
export const ownBytes = (metafile: Metafile, entry: string): number =>
  loadedWith(metafile, entry)
    .flatMap(file => Object.entries(metafile.outputs[file]!.inputs))
    .filter(([input]) => input.startsWith('src/'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);

/** The files that an entry needs at once: itself, and what they import. */
export function loadedWith({ outputs }: Metafile, entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    const output = outputs[file];
    if (output === undefined || found.has(file)) return;
    found.add(file);
    for (const { path, kind } of output.imports) {
      if (kind === 'import-statement') visit(path);
    }
  };
  visit(entry);
  return [...found];
}
