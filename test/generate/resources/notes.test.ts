import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import { readAdaptorOperations } from './adaptor-operations.js';
import {
  notes,
  notesOf,
} from '../../../tools/generate/resources/notes/notes.js';

describe('what a job writer must know of operations', () => {
  it('is about operations that exist', () => {
    const named = notes.flatMap(({ operations }) => operations);

    expect(Object.keys(endpoints)).to.include.members(named);
  });

  it('is in full sentences, and says where it is known from', () => {
    const wrong = notes.filter(
      ({ text, source }) =>
        !/^[A-Z`].*\.$/.test(text) || !/^(https:\/\/|src\/)/.test(source)
    );

    expect(wrong).to.deep.equal([]);
  });

  it('names operations that exist', async () => {
    const own = await readAdaptorOperations();
    const named = notes
      .flatMap(({ text }) => [
        ...text.matchAll(/`(?:(\w+)\.)?([a-z]+[A-Z]\w+)`/g),
      ])
      .map(([, family, name]) => ({ family, name: name! }));
    const wrong = named.filter(({ family, name }) =>
      family === undefined
        ? !(name in endpoints) && !own.includes(name)
        : endpoints[name as keyof typeof endpoints]?.family !== family
    );

    expect(named).not.to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
  });

  it('is told of an operation in the order of importance', () => {
    expect(notesOf('addFollowers')[0]!.text).to.match(/replacing/);
    expect(notesOf('getWorkspace')).to.deep.equal([]);
  });
});
