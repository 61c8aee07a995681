import { expect } from 'chai';
import { importsOf } from '../../tools/build/imports.js';

describe('the imports of a file', () => {
  const cases: Record<string, string> = {
    'an import': "import { a } from './a.js';",
    'an import of types': "import type { A } from './a.js';",
    'an import for its effects': "import './a.js';",
    'an export of names': "export { a } from './a.js';",
    'an export of everything': "export * from './a.js';",
    'an export of everything below a name': "export * as a from './a.js';",
    'a type named in place': "let a: import('./a.js').A;",
    'an import while running': "const a = () => import('./a.js');",
  };

  for (const [name, text] of Object.entries(cases)) {
    it(`include ${name}`, () => {
      expect(importsOf(text)).to.deep.equal(['./a.js']);
    });
  }

  it('do not include what only looks like one', () => {
    const text = "// import './a.js'\nexport const text = \"import './b.js'\";";

    expect(importsOf(text)).to.deep.equal([]);
  });
});
