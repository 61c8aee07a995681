import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { installed, type Installed } from './installed.js';
import { majorOf, nodeProgram, nodeVersions } from './node-versions.js';
import { commonNames, ownNames } from './public-names.js';
import { run } from './run.js';

const use = `
  const { execute, fn, util, uploadAttachment, upsertTasks, validate } = adaptor;
  const failure = async operation => {
    const error = await execute(operation)({}).catch(error => error);
    const { name, code, constructor, stack } = error;
    return {
      name,
      code,
      className: constructor.name,
      stack: stack.split('\\n')[0],
      shown: require('node:util').inspect(error).split('\\n')[0],
    };
  };
  const main = async () => ({
    names: Object.keys(adaptor),
    state: await execute(fn(state => ({ ...state, ran: true })))({}),
    id: typeof util.uuid(),
    version: process.versions.node,
    loaded: [
      await failure(upsertTasks('1', 'no list', { externalId: 'name' })),
      await failure(uploadAttachment('1', {})),
    ],
    checked: await execute(validate({ type: 'object' }, []))({}),
  });
  main().then(result => console.log(JSON.stringify(result)));
`;

/** Signed with `openssl dgst -sha256 -hmac a-secret`. */
const handle = `
  const { createWebhookHandler } = webhooks;
  const events = [];
  const handler = createWebhookHandler({
    secrets: ['a-secret'],
    onEvents: list => void events.push(...list),
    log: () => {},
  });
  const ask = async signature =>
    (await handler(new Request('https://example.org/hooks/1', {
      method: 'POST',
      headers: { 'x-hook-signature': signature },
      body: '{"events":[{"action":"added"}]}',
    }))).status;
  const main = async () => ({
    statuses: [await ask('a14c91189a0b26223a4013a5258afd8ea2e3beec5e1016adcd10efc84b6b3c84'), await ask('0'.repeat(64))],
    events,
  });
  main().then(result => console.log(JSON.stringify(result)));
`;

const handlers = {
  'import-webhooks.mjs': `
    import * as webhooks from '@openfn/language-asana/webhooks';
    ${handle}`,
  'require-webhooks.cjs': `
    const webhooks = require('@openfn/language-asana/webhooks');
    ${handle}`,
};

const programs = {
  'import.mjs': `
    import * as adaptor from '@openfn/language-asana';
    import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    ${use}`,
  'require.cjs': `const adaptor = require('@openfn/language-asana');${use}`,
};

describe('the installed package', () => {
  let project: Installed['project'];

  before(async () => {
    ({ project } = await installed());
    for (const [name, text] of Object.entries({ ...programs, ...handlers })) {
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

      for (const name of Object.keys(handlers)) {
        it(`takes what Asana has signed, and nothing else, with ${name}`, async () => {
          expect(JSON.parse(await run(program, [name], project))).to.deep.equal(
            {
              statuses: [200, 401],
              events: [{ action: 'added' }],
            }
          );
        });
      }

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

        it(`loads what few jobs need after "${way}", with all names of errors`, async () => {
          const { loaded, checked } = JSON.parse(
            await run(program, [name], project)
          );

          expect(checked.validationErrors[0].errors[0].message).to.equal(
            'must be object'
          );
          expect(loaded).to.have.lengthOf(2);
          for (const error of loaded) {
            expect(error).to.include({
              name: 'AsanaError',
              className: 'AsanaError',
              code: 'INVALID_ARGUMENT',
            });
            expect(error.stack).to.match(/^AsanaError: up\w+: /);
            expect(error.shown).to.equal(error.stack);
          }
        });
      }
    });
  }
});
