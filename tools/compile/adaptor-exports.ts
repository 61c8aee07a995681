import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * The names of an adaptor that job code can use, in the order of its
 * declarations. OpenFn's job compiler imports these and no others, so an
 * export that is missing here is "not defined" when a job runs, whatever the
 * JavaScript of the adaptor exports.
 *
 * @param packageDir The folder of the adaptor's `package.json`.
 */
export function readAdaptorExports(packageDir: string): string[] {
  const manifest: { types?: string } = JSON.parse(
    readFileSync(join(packageDir, 'package.json'), 'utf8')
  );
  if (!manifest.types) {
    throw new Error(
      `${join(packageDir, 'package.json')} has no "types": the job compiler cannot know what this adaptor exports.`
    );
  }
  const entry = join(packageDir, manifest.types);
  const adaptor = besides(entry);
  const names = new Set(namesIn(entry, adaptor));
  // The compiler reads this file even if the entry does not mention it.
  if (adaptor) namesIn(adaptor).forEach(name => names.add(name));

  if (names.size === 0) {
    throw new Error(
      `${entry} declares no function that the job compiler can see. Write "export function", or "export * as name from" for a namespace.`
    );
  }
  return [...names];
}

/** The one file, besides the entry, whose declarations are read. */
const besides = (entry: string): string | undefined =>
  ['Adaptor.d.ts', 'adaptor.d.ts']
    .map(name => join(dirname(entry), name))
    .find(existsSync);

function namesIn(file: string, adaptor?: string): string[] {
  const { statements } = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest
  );
  const visible = visibleLocals(statements);

  return statements.flatMap(statement => {
    if (ts.isFunctionDeclaration(statement)) {
      return isExported(statement) ? nameOf(statement) : [];
    }
    return ts.isExportDeclaration(statement)
      ? exportedBy(statement, visible, adaptor)
      : [];
  });
}

/** The names that `export { … }` brings. It is without effect on any other. */
function exportedBy(
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  visible: ReadonlySet<string>,
  adaptor?: string
): string[] {
  if (!exportClause) {
    return adaptor && isFile(moduleSpecifier, adaptor) ? namesIn(adaptor) : [];
  }
  if (ts.isNamespaceExport(exportClause)) return [exportClause.name.text];
  if (moduleSpecifier)
    return exportClause.elements.map(({ name }) => name.text);

  // A local alias is listed by the name it has inside the file.
  return exportClause.elements
    .map(({ name, propertyName }) => (propertyName ?? name).text)
    .filter(name => visible.has(name));
}

/** Functions and imports; constants and classes are left out. */
function visibleLocals(statements: ts.NodeArray<ts.Statement>): Set<string> {
  const names = statements.flatMap(statement => {
    if (ts.isFunctionDeclaration(statement)) return nameOf(statement);
    if (!ts.isImportDeclaration(statement)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (!bindings) return [];
    return ts.isNamespaceImport(bindings)
      ? [bindings.name.text]
      : bindings.elements.map(({ name }) => name.text);
  });
  return new Set(names);
}

const nameOf = ({ name }: ts.FunctionDeclaration): string[] =>
  name ? [name.text] : [];

const isExported = (statement: ts.FunctionDeclaration): boolean =>
  statement.modifiers?.some(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword
  ) ?? false;

const isFile = (specifier: ts.Expression | undefined, file: string): boolean =>
  specifier !== undefined &&
  ts.isStringLiteral(specifier) &&
  specifier.text.replace(/\.js$/, '') ===
    `./${basename(file).replace(/\.d\.ts$/, '')}`;
