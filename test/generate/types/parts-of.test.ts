import { expect } from 'chai';
import { partsOf } from '../../../tools/generate/types/parts-of.js';
import { reference, text } from './describe.js';

describe('the parts of a schema', () => {
  it('are itself, what it refers to, and what these are made of', () => {
    const base = { properties: { name: text } };
    const full = { allOf: [reference('Base'), text] };

    expect(
      partsOf(reference('Full'), { Base: base, Full: full })
    ).to.deep.equal([reference('Full'), full, reference('Base'), base, text]);
  });

  it('are told once where one leads back to itself', () => {
    const tree = { allOf: [reference('Tree')] };

    expect(partsOf(reference('Tree'), { Tree: tree })).to.deep.equal([
      reference('Tree'),
      tree,
    ]);
  });
});
