import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { generateAst } from '../../tools/build/ast.js';
import { installed } from './installed.js';
import { operationNames } from './public-names.js';

interface Ast {
  readonly operations: readonly { name: string; valid: boolean }[];
  readonly common: readonly { name: string; valid: boolean }[];
}

describe('ast.json', () => {
  let text: string;
  let ast: Ast;

  before(async () => {
    const { adaptor } = await installed();
    text = await readFile(join(adaptor, 'ast.json'), 'utf8');
    ast = JSON.parse(text) as Ast;
  });

  it('is what src/Adaptor.ts gives today', async () => {
    expect(text).to.equal(await generateAst());
  });

  it('has every operation, and each is valid', () => {
    expect(ast.operations.map(({ name }) => name)).to.have.members(
      operationNames
    );
    expect(ast.operations.filter(({ valid }) => !valid)).to.deep.equal([]);
  });

  it('has the docs of what is re-exported from common, and each is valid', () => {
    expect(ast.common.filter(({ valid }) => !valid)).to.deep.equal([]);
    expect(ast.common.map(({ name }) => name)).to.include.members([
      'each',
      'fn',
      'map',
    ]);
  });
});
