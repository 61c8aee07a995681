import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { importsOf } from './imports.js';
import { root } from './root.js';

const folder = fileURLToPath(new URL('types', root));
const project = fileURLToPath(new URL('tsconfig.types.json', root));

/**
 * Writes the declarations that editors and OpenFn's job compiler read. Only
 * those that the package's own declarations lead to: OpenFn's editor offers
 * the names of every file that it finds, and the inside of the adaptor is not
 * for jobs. A type error fails the build.
 */
export async function declareTypes(): Promise<void> {
  const declarations = compile();
  await rm(folder, { recursive: true, force: true });
  for (const path of reachable(declarations, resolve(folder, 'index.d.ts'))) {
    await write(path, declarations.get(path)!);
  }
  const handler = resolve(folder, 'webhooks/index.d.ts');
  for (const path of reachable(declarations, handler)) {
    for (const kind of ['m', 'c'] as const) {
      const name = path.replace(/\.d\.ts$/, `.d.${kind}ts`);
      await write(name, withExtension(declarations.get(path)!, kind));
    }
  }
}

/**
 * The editor of OpenFn offers what is in files that end in `.d.ts`, and the
 * handler of webhooks is not for jobs.
 */
const withExtension = (text: string, kind: 'm' | 'c'): string =>
  text.replace(/(from '\.[^']*)\.js'/g, `$1.${kind}js'`);

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function compile(): ReadonlyMap<string, string> {
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(project, path => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(project)
  );
  const program = ts.createProgram(fileNames, options);
  const declarations = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (path, text) =>
    declarations.set(resolve(path), text)
  );
  failOn([...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  return declarations;
}

function failOn(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  throw new Error(
    ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(diagnostics), {
      getCanonicalFileName: path => relative(fileURLToPath(root), path),
      getCurrentDirectory: () => fileURLToPath(root),
      getNewLine: () => '\n',
    })
  );
}

/** The declarations that one of them imports, and those that they import. */
function reachable(
  declarations: ReadonlyMap<string, string>,
  entry: string,
  found = new Set<string>()
): Set<string> {
  const text = declarations.get(entry);
  if (text === undefined || found.has(entry)) return found;
  found.add(entry);
  for (const specifier of importsOf(text)) {
    const target = specifier.replace(/\.js$/, '.d.ts');
    reachable(declarations, resolve(dirname(entry), target), found);
  }
  return found;
}
