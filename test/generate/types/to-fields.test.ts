import { expect } from 'chai';
import { toFields } from '../../../tools/generate/types/to-fields.js';
import { describeOne, reference, text } from './describe.js';

describe('the fields of a description', () => {
  const schemas = {
    GoalCompact: { properties: { name: text } },
    GoalResponse: { properties: { notes: text } },
    TagCompact: { properties: { name: text } },
    AsanaNamedResource: { properties: { name: text } },
    EmptyResponse: { type: 'object' },
  };

  it('are those of the records that operations answer with', () => {
    const result = { type: 'array', items: reference('GoalCompact') };

    expect(textsIn(toFields(describeOne({ result, schemas })))).to.deep.equal([
      ['goal', 'name notes'],
      ['goal', 'getGoal'],
    ]);
  });

  it('are none where an operation answers with nothing, or with anything', () => {
    for (const name of ['EmptyResponse', 'AsanaNamedResource', 'Nowhere']) {
      const result = reference(name);

      expect(textsIn(toFields(describeOne({ result, schemas })))).to.be.empty;
    }
    expect(textsIn(toFields(describeOne({ schemas })))).to.be.empty;
  });
});

const textsIn = (source: string): string[][] =>
  [...source.matchAll(/"(\S+)": `([^`]*)`/g)].map(([, name, words]) => [
    name!,
    words!.trim(),
  ]);
