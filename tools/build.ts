/**
 * Builds what the package ships.
 *
 *   npm run build                  writes dist/, types/ and ast.json
 *   npm run build -- --code        writes dist/ and types/
 *   npm run build -- --check-ast   fails when ast.json is not up to date
 *
 * ast.json is committed, so whatever runs only to test leaves it alone: a
 * build that rewrote it would hide that the committed one is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generateAst } from './build/ast.js';
import { bundle } from './build/bundle.js';
import { root } from './build/root.js';
import { declareTypes } from './build/types.js';

const astFile = new URL('ast.json', root);

const { values: flags } = parseArgs({
  options: { code: { type: 'boolean' }, 'check-ast': { type: 'boolean' } },
});

if (flags['check-ast']) {
  await checkAst();
} else {
  await Promise.all([
    bundle(),
    declareTypes(),
    flags.code ? undefined : writeAst(),
  ]);
}

async function writeAst(): Promise<void> {
  await writeFile(astFile, await generateAst());
}

async function checkAst(): Promise<void> {
  if ((await readFile(astFile, 'utf8')) === (await generateAst())) {
    console.log('build: ast.json is up to date');
  } else {
    console.error(
      'build: ast.json is not what src/Adaptor.ts gives. Run `npm run build`.'
    );
    process.exitCode = 1;
  }
}
