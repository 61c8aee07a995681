import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { importsOf } from '../tools/build/imports.js';

const root = new URL('..', import.meta.url);

/** What a source file imports: files of the repository, and packages. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the imports in the text of every TypeScript file below some folders.
 * Imports of types count: what a part says in another part's words, it knows.
 */
export async function readImportGraph(
  folders: readonly string[]
): Promise<ImportGraph> {
  const files = (await Promise.all(folders.map(listFiles))).flat();
  return new Map(
    await Promise.all(
      files.map(async file => [file, await readImports(file)] as const)
    )
  );
}

/**
 * The imports that remain when the code runs, as a bundler follows them. Two
 * files may name each other's types; there is nothing to load in circles then.
 */
export async function readRunningImports(
  files: Iterable<string>
): Promise<ImportGraph> {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [...files],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.map(({ path }) => path),
    ])
  );
}

/** Every way around in circles, as the files on it in order. */
export function findCycles(graph: ImportGraph): string[][] {
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): string[][] => {
    if (above.includes(file)) return [above.slice(above.indexOf(file))];
    if (done.has(file)) return [];
    const cycles = (graph.get(file) ?? []).flatMap(target =>
      visit(target, [...above, file])
    );
    done.add(file);
    return cycles;
  };
  return [...graph.keys()].flatMap(file => visit(file, []));
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(new URL(`${folder}/`, root), {
    recursive: true,
  });
  return entries
    .map(entry => posix.join(folder, entry.replaceAll('\\', '/')))
    .filter(path => path.endsWith('.ts'));
}

async function readImports(file: string): Promise<string[]> {
  const text = await readFile(new URL(file, root), 'utf8');
  return importsOf(text).map(specifier => resolve(file, specifier));
}

/** A file of ours as its path, a package as its specifier. */
const resolve = (file: string, specifier: string): string =>
  specifier.startsWith('.')
    ? posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts')
    : specifier;
