import { parse } from 'acorn';
import { expect } from 'chai';
import fc from 'fast-check';
import { compileJob } from '../../tools/compile/compile-job.js';

const adaptors = [
  { name: '@openfn/language-asana', exports: ['getTask', 'each'] },
];

/** Operations, each with a mark by which it is found again. */
const operations = [
  (mark: string) => `getTask('${mark}')`,
  (mark: string) => `getTask({ a: $.b, c: '${mark}' })`,
  (mark: string) => `each($.data,\n  getTask('${mark}')\n)`,
  (mark: string) => `getTask('${mark}')\n  .then(s => s)`,
  (mark: string) => `getTask('${mark}').catch((e, s) => s)`,
  (mark: string) => `getTask('${mark}').catch((e, s) => s).then(s => s)`,
  (mark: string) => `each($.x, getTask('${mark}').then(s => s).catch(s => s))`,
];
const declarations = [
  (mark: string) => `const d${mark} = ['${mark}']`,
  (mark: string) => `function d${mark}() {}`,
  (mark: string) => `class d${mark} {}`,
];
const ends = [';\n', '\n', ' // a comment\n', '; /* another */\n', ';'];

const statement = fc.record({
  isOperation: fc.boolean(),
  choice: fc.nat(),
  end: fc.constantFrom(...ends),
});

describe('a compiled job', () => {
  it('exports every operation, in order, behind every declaration', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), statements => {
        const marks = statements.map((_, index) => `m${index}m`);
        const source = statements
          .map(({ isOperation, choice, end }, index) => {
            const pool = isOperation ? operations : declarations;
            return pool[choice % pool.length]!(marks[index]!) + end;
          })
          .join('');
        const { code } = compileJob(source, { adaptors });

        const { body } = parse(code, {
          ecmaVersion: 'latest',
          sourceType: 'module',
        });
        const exported = body.find(
          ({ type }) => type === 'ExportDefaultDeclaration'
        );
        const texts =
          exported?.type === 'ExportDefaultDeclaration' &&
          exported.declaration.type === 'ArrayExpression'
            ? exported.declaration.elements.map(element =>
                code.slice(element!.start, element!.end)
              )
            : [];
        const found = texts.map(text => /m\d+m/.exec(text)?.[0]);
        const wanted = marks.filter((_, at) => statements[at]!.isOperation);
        expect(found).to.deep.equal(wanted);
        expect(
          body.filter(({ type }) => /Declaration$/.test(type))
        ).to.have.length.above(statements.length - wanted.length);
        expect(body.at(-1)).to.equal(exported);
      })
    );
  });
});
