import { expect } from 'chai';
import { flatten } from '../../../tools/generate/types/flatten.js';
import type { Schema } from '../../../tools/generate/types/schema.js';
import { reference, text } from './describe.js';

const schemas: Record<string, Schema> = {
  GoalCompact: { type: 'object', properties: { gid: text, name: text } },
  GoalBase: {
    allOf: [
      reference('GoalCompact'),
      { properties: { notes: text }, required: ['notes'] },
    ],
  },
  Alias: reference('GoalBase'),
  Tree: { properties: { name: text, parent: reference('Tree') } },
};

describe('a flat schema', () => {
  it('has the members of all its parts, in their order', () => {
    expect(inline(reference('GoalBase'))).to.deep.equal({
      type: 'object',
      properties: { gid: text, name: text, notes: text },
      required: ['notes'],
    });
  });

  it('is the same by another name', () => {
    expect(inline(reference('Alias'))).to.deep.equal(
      inline(reference('GoalBase'))
    );
  });

  it('has the later one of two members, at the place of the first', () => {
    const number = { type: 'number' };
    const given = {
      allOf: [reference('GoalCompact'), { properties: { gid: number } }],
    };

    expect(Object.entries(inline(given).properties!)).to.deep.equal([
      ['gid', number],
      ['name', text],
    ]);
  });

  it('needs all that any part needs', () => {
    const given = {
      allOf: [reference('GoalBase'), { required: ['notes', 'name'] }],
    };

    expect(inline(given).required).to.deep.equal(['notes', 'name']);
  });

  it('has what a part says of the whole', () => {
    const given = { allOf: [reference('GoalCompact'), { nullable: true }] };

    expect(inline(given).nullable).to.equal(true);
  });

  it('keeps references to what has a name', () => {
    const given = {
      properties: {
        goal: reference('GoalCompact'),
        goals: { type: 'array', items: reference('GoalCompact') },
      },
    };

    expect(named(given)).to.deep.equal(given);
  });

  it('keeps a reference with what is said beside it', () => {
    const goal = {
      allOf: [
        reference('GoalCompact'),
        { type: 'object', nullable: true, readOnly: true },
      ],
    };

    expect(named({ properties: { goal } }).properties!.goal).to.deep.equal({
      ...reference('GoalCompact'),
      nullable: true,
      readOnly: true,
    });
  });

  it('keeps a reference beside which known members are described', () => {
    const goal = {
      allOf: [reference('GoalCompact'), { properties: { name: text } }],
    };

    expect(named({ properties: { goal } }).properties!.goal).to.deep.equal(
      reference('GoalCompact')
    );
  });

  it('is no reference when members are added', () => {
    const goal = {
      allOf: [reference('GoalCompact'), { properties: { color: text } }],
    };

    expect(named({ properties: { goal } }).properties!.goal).to.deep.equal({
      type: 'object',
      properties: { gid: text, name: text, color: text },
    });
  });

  it('ends where it would contain itself', () => {
    expect(inline(reference('Tree'))).to.deep.equal({
      properties: { name: text, parent: {} },
    });
  });

  it('is anything where a reference leads nowhere', () => {
    expect(inline(reference('Nowhere'))).to.deep.equal({});
    expect(inline({ $ref: 'other.yaml#/Goal' })).to.deep.equal({});
  });
});

const inline = (schema: Schema): Schema =>
  flatten(schema, { schemas, keeps: () => false });

const named = (schema: Schema): Schema =>
  flatten(schema, { schemas, keeps: () => true });
