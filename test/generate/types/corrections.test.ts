import { existsSync } from 'node:fs';
import { expect } from 'chai';
import {
  defaultPath,
  readDescription,
} from '../../../tools/generate/description.js';
import { bodySchema } from '../../../tools/generate/types/body-schema.js';
import {
  bodyCorrections,
  correctBody,
} from '../../../tools/generate/types/corrections.js';
import { knownSchemas } from '../../../tools/generate/types/known-schemas.js';
import { operationsOf } from '../../../tools/generate/types/operations.js';
import { text } from './describe.js';

describe('the corrections of bodies', () => {
  it('let memberships be given when a task is created', () => {
    const body = { properties: { name: text } };

    expect(correctBody('createTask', body).properties).to.have.property(
      'memberships'
    );
    expect(correctBody('updateTask', body)).to.deep.equal(body);
  });

  it('take out what is no field to write', () => {
    const body = { properties: { current_status: text, workspace: text } };

    expect(correctBody('updateProject', body).properties).to.have.all.keys(
      'followers',
      'workspace'
    );
    expect(
      correctBody('updateCustomField', { ...body, required: ['workspace'] })
    ).to.deep.equal({ properties: {}, required: [] });
  });

  it('are of operations that exist, and change their bodies', async function () {
    if (!existsSync(defaultPath)) {
      console.log('    skipped: Asana’s API description is not here.');
      this.skip();
    }
    const description = await readDescription(defaultPath);
    const schemas = knownSchemas(description);
    const bodies = new Map(
      operationsOf(description).map(({ name, body }) => [name, body])
    );
    const idle = bodyCorrections.flatMap(({ operations = [], change }) =>
      operations.filter(name => {
        const body = bodies.get(name);
        if (body === undefined) return true;
        const given = bodySchema('none', body, schemas);
        return JSON.stringify(change(given)) === JSON.stringify(given);
      })
    );

    expect(idle).to.deep.equal([]);
  });
});
