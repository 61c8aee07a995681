import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';
import { mendCommonEntry, type AstEntry } from './common-entry.js';
import { root } from './root.js';
import { run } from './run.js';

interface Ast {
  readonly operations: readonly AstEntry[];
  readonly common: readonly AstEntry[];
}

/**
 * The text of ast.json: the operations of src/Adaptor.ts with their JSDoc, as
 * `@openfn/simple-ast` reads them. That tool reads JavaScript only, so it gets
 * the source without its types, in a folder laid out as it expects.
 */
export async function generateAst(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'asana-ast-'));
  try {
    await mkdir(join(folder, 'src'));
    await symlink(
      fileURLToPath(new URL('node_modules', root)),
      join(folder, 'node_modules'),
      'junction'
    );
    const source = join(folder, 'src/Adaptor.js');
    const output = join(folder, 'ast.json');
    await writeFile(source, await readAdaptorAsJavaScript());
    await run(
      process.execPath,
      [
        fileURLToPath(
          new URL('node_modules/@openfn/simple-ast/lib/generate.js', root)
        ),
        '--adaptor',
        source,
        '--output',
        output,
      ],
      // Without a package name it leaves out what is re-exported from common.
      { ...process.env, npm_package_name: '@openfn/language-asana' }
    );
    const ast = JSON.parse(await readFile(output, 'utf8')) as Ast;
    const mended = { ...ast, common: ast.common.map(mendCommonEntry) };
    requireValid(mended);
    return await format(JSON.stringify(mended), { parser: 'json' });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readAdaptorAsJavaScript(): Promise<string> {
  const source = await readFile(new URL('src/Adaptor.ts', root), 'utf8');
  return ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  }).outputText;
}

/** An entry is valid when its `@param` names are the parameters, in order. */
function requireValid(ast: Ast): void {
  if (ast.operations.length === 0) {
    throw new Error('ast.json has no operations: is @public missing?');
  }
  const invalid = [...ast.operations, ...ast.common].filter(
    entry => !entry.valid
  );
  if (invalid.length === 0) return;
  const names = invalid.map(entry => entry.name).join(', ');
  throw new Error(`The @param names are not the parameters: ${names}.`);
}
