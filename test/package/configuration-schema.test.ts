import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect } from 'chai';
import { readCredential } from '../../src/core/credential.js';
import { installed } from './installed.js';

interface Field {
  readonly title: string;
  readonly type: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly default?: string;
  readonly writeOnly?: boolean;
  readonly format?: string;
}

describe('configuration-schema.json', () => {
  let schema: {
    $schema: string;
    type: string;
    properties: Record<string, Field>;
  };
  let fields: [string, Field][];

  before(async () => {
    const { adaptor } = await installed();
    schema = JSON.parse(
      await readFile(join(adaptor, 'configuration-schema.json'), 'utf8')
    );
    fields = Object.entries(schema.properties);
  });

  it('is a valid draft-07 schema of an object', () => {
    expect(schema.$schema).to.equal('http://json-schema.org/draft-07/schema#');
    expect(schema.type).to.equal('object');
    expect(newAjv().validateSchema(schema)).to.equal(true);
  });

  it('is flat, because a credential form has no other fields', () => {
    const types = fields.map(([, { type }]) => type);

    expect(['string', 'boolean', 'integer']).to.include.members(types);
  });

  it('hides the secrets and nothing else', () => {
    const hidden = fields.filter(([, { writeOnly }]) => writeOnly);

    expect(hidden.map(([name]) => name)).to.have.members([
      'token',
      'access_token',
      'refresh_token',
      'client_secret',
    ]);
  });

  it('explains every field with a title, a text and a valid example', () => {
    for (const [name, field] of fields) {
      expect(field.title, name).to.match(/^[A-Z]/);
      expect(field.description, name).to.match(/^[A-Z].*\.$/);
      expect(field.examples, name).not.to.have.lengthOf(0);
      const isValid = newAjv().compile(field);
      expect(
        field.examples.every(example => isValid(example)),
        name
      ).to.equal(true);
    }
  });

  it('accepts what most users write, and either kind of token', () => {
    const isValid = newAjv().compile(schema);

    expect(isValid({ apiVersion: '1.0', token: 'abc' })).to.equal(true);
    expect(isValid({ access_token: 'abc' })).to.equal(true);
  });

  it('accepts a text that is left empty, as the adaptor does', () => {
    const empty = Object.fromEntries(
      fields
        .filter(([, { type, format }]) => type === 'string' && !format)
        .map(([name]) => [name, ''])
    );

    for (const credential of [
      { ...empty, token: 'abc' },
      { ...empty, access_token: 'abc' },
    ]) {
      expect(newAjv().compile(schema)(credential)).to.equal(true);
      expect(readCredential(credential).token).to.equal('abc');
    }
  });

  it('has the defaults that the adaptor has', () => {
    const defaults = Object.fromEntries(
      fields
        .filter(([, field]) => field.default !== undefined)
        .map(([name, field]) => [name, field.default])
    );

    expect(readCredential({ ...defaults, token: 'abc' })).to.deep.equal(
      readCredential({ token: 'abc' })
    );
  });
});

function newAjv() {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  return ajv;
}
