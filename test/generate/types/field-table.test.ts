import { expect } from 'chai';
import { fieldTable } from '../../../tools/generate/types/field-table.js';
import type { Schema } from '../../../tools/generate/types/schema.js';
import { reference, text } from './describe.js';

describe('the fields of records', () => {
  it('are those of all forms of a record', () => {
    const table = tableOf({
      TagCompact: { properties: { name: text } },
      TagResponse: { properties: { name: text, notes: text } },
      TagRequest: { properties: { workspace: text } },
    });

    expect(table).to.deep.equal({
      tag: { name: undefined, notes: undefined },
    });
  });

  it('are not those that all records have', () => {
    const table = tableOf({
      Tag: { properties: { gid: text, resource_type: text, name: text } },
    });

    expect(table.tag).to.have.all.keys('name');
  });

  it('say which record they hold, one or a list, and have its fields too', () => {
    const table = tableOf({
      Tag: {
        properties: {
          owner: reference('UserCompact'),
          followers: { items: reference('UserCompact') },
        },
      },
      UserCompact: { properties: { name: text } },
      UserResponse: { properties: { email: text } },
    });

    expect(table).to.deep.equal({
      tag: { owner: 'user', followers: 'user' },
      user: { name: undefined, email: undefined },
    });
  });

  it('are listed by the place of an object that is part of a record', () => {
    const table = tableOf({
      TagBase: { properties: { photo: { properties: { small: text } } } },
      Tag: { properties: { photo: { properties: { large: text } } } },
    });

    expect(table).to.deep.equal({
      tag: { photo: 'tag.photo' },
      'tag.photo': { small: undefined, large: undefined },
    });
  });

  it('hold anything where nobody can say what', () => {
    const table = tableOf({
      Tag: {
        properties: {
          untyped: {},
          map: { type: 'object' },
          named: reference('AsanaNamedResource'),
          bare: reference('Bare'),
          empty: { properties: { gid: text } },
          several: { anyOf: [reference('Tag'), reference('Goal')] },
        },
      },
      AsanaNamedResource: { properties: { name: text } },
      Bare: { properties: { gid: text } },
      Goal: { properties: { name: text } },
    });

    expect(new Set(Object.values(table.tag!))).to.deep.equal(new Set(['*']));
  });

  it('hold anything where the description is known to say too little', () => {
    const table = tableOf(
      {
        AttachmentCompact: { properties: { parent: reference('TagCompact') } },
        TagCompact: { properties: { name: text } },
      },
      'attachment'
    );

    expect(table).to.deep.equal({ attachment: { parent: '*' } });
  });

  it('are those of every kind that a record may be', () => {
    const table = tableOf({
      TagCompact: { anyOf: [reference('Red'), reference('Blue')] },
      Red: { properties: { red: text, twin: reference('Red') } },
      Blue: { properties: { blue: text, twin: reference('Blue') } },
    });

    expect(table).to.deep.equal({
      tag: { red: undefined, blue: undefined, twin: '*' },
    });
  });

  it('end where a record holds itself', () => {
    const table = tableOf({
      Tag: { properties: { name: text, parent: reference('Tag') } },
    });

    expect(table).to.deep.equal({
      tag: { name: undefined, parent: 'tag' },
    });
  });
});

const tableOf = (schemas: Record<string, Schema>, record = 'tag') =>
  fieldTable([record], schemas);
