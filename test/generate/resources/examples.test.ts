import { expect } from 'chai';
import ts from 'typescript';
import { endpoints } from '../../../src/generated/endpoints.js';
import { givenExamples } from '../../../tools/generate/resources/examples/given/given-examples.js';
import { toExamples } from '../../../tools/generate/resources/examples/to-examples.js';
import { toOperations } from '../../../tools/generate/resources/operation.js';
import { compileJob } from '../../../tools/compile/compile-job.js';
import { boxes } from '../made-up-description.js';
import { checkTypes } from './check-types.js';
import { examplesIn } from './generated-docs.js';

describe('the example of an operation', () => {
  it('has what is required, and asks for some fields', async () => {
    const examples = await toExamples(toOperations(boxes));

    expect(examples.getBoxes).to.deep.equal({
      caption: 'Get boxes',
      code: `boxes.getBoxes({ shelf: $.data.shelf, opt_fields: ['name'] });\n`,
    });
    expect(examples.createBox!.code).to.equal(
      'boxes.createBox({ name: $.data.name });\n'
    );
    expect(examples.getBox!.code).to.equal(
      `boxes.getBox($.data.gid, { opt_fields: ['name'] });\n`
    );
    expect(examples.deleteBox!.code).to.equal('boxes.deleteBox($.data.gid);\n');
  });

  it('is written for no operation that does not exist', () => {
    expect(Object.keys(endpoints)).to.include.members(
      Object.keys(givenExamples)
    );
  });

  it('reads from the state', async () => {
    const without = (await examplesIn()).filter(
      ({ name, code }) => !code.includes('$.') && name !== 'getWorkspaces'
    );

    expect(without).to.deep.equal([]);
  });

  it('is about the operation that it stands at', async () => {
    const wrong = (await examplesIn()).filter(
      ({ family, name, code }) =>
        !code.replace(/\s/g, '').startsWith(`${family}.${name}(`)
    );

    expect(wrong).to.deep.equal([]);
  });

  it('is a job that compiles', async () => {
    const found = await examplesIn();
    const families = [...new Set(found.map(({ family }) => family))];
    const job = found.map(({ code }) => code).join('\n');

    const { code } = compileJob(job, {
      adaptors: [{ name: '@openfn/language-asana', exports: families }],
    });
    const { diagnostics } = ts.transpileModule(code, {
      reportDiagnostics: true,
    });
    expect(found).to.have.length(Object.keys(endpoints).length);
    expect(diagnostics).to.deep.equal([]);
    expect(code).not.to.include('$.');
  });

  it('has the types of what the operation takes', async function () {
    this.timeout(60_000);
    const found = await examplesIn();
    const families = [...new Set(found.map(({ family }) => family))];

    const problems = checkTypes(`
      import { ${families.join(', ')} } from './index.js';
      declare global {
        interface Function {
          then(next: (state: any) => unknown): void;
        }
      }
      declare const $: any;
      ${found.map(({ code }) => code).join('\n')}
    `);
    expect(problems).to.deep.equal([]);
  });
});
