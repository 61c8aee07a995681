import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { installed, type Installed } from './installed.js';
import { majorOf, nodeProgram, nodeVersions } from './node-versions.js';
import { commonNames, ownNames } from './public-names.js';
import { run } from './run.js';

const use = `
  const { execute, fn, util } = adaptor;
  execute(fn(state => ({ ...state, ran: true })))({}).then(state => {
    console.log(
      JSON.stringify({
        names: Object.keys(adaptor),
        state,
        id: typeof util.uuid(),
        version: process.versions.node,
      })
    );
  });
`;

const programs = {
  'import.mjs': `import * as adaptor from '@openfn/language-asana';${use}`,
  'require.cjs': `const adaptor = require('@openfn/language-asana');${use}`,
};

describe('the installed package', () => {
  let project: Installed['project'];

  before(async () => {
    ({ project } = await installed());
    for (const [name, text] of Object.entries(programs)) {
      await writeFile(join(project, name), text);
    }
  });

  for (const version of nodeVersions) {
    const major = majorOf(version);

    describe(`on Node.js ${major}`, () => {
      let program: string;

      before(async function () {
        const found = await nodeProgram(version);
        if (found === undefined) {
          console.log(`      skipped: no Node ${major} for this platform.`);
          return this.skip();
        }
        program = found;
      });

      for (const name of Object.keys(programs)) {
        const way = name.split('.')[0];

        it(`gives every public name to "${way}", and operations run`, async () => {
          const printed = JSON.parse(await run(program, [name], project));

          expect(majorOf(printed.version)).to.equal(major);
          expect(printed.names).to.have.members([
            'default',
            ...ownNames,
            ...commonNames,
          ]);
          expect(printed.state).to.deep.equal({
            data: null,
            references: [],
            ran: true,
          });
          expect(printed.id).to.equal('string');
        });
      }
    });
  }
});
