import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import { givenSentences } from '../../../tools/generate/resources/given-sentences.js';
import { toSentence } from '../../../tools/generate/resources/sentence.js';

describe('the sentence that an operation gets', () => {
  const cases: [name: string, wanted: string, isList?: boolean][] = [
    ['getBox', 'Get a box.'],
    ['getBoxes', 'Get boxes.', true],
    ['getLidsForBox', 'Get the lids of a box.', true],
    ['getLidForBox', 'Get a lid of a box.'],
    ['getEvidenceForBox', 'Get the evidence of a box.', true],
    ['createBox', 'Create a box.'],
    ['createBoxForShelf', 'Create a box in a shelf.'],
    ['updateOpenBox', 'Update an open box.'],
    ['deleteBox', 'Delete a box.'],
    ['addLidForBox', 'Add a lid to a box.'],
    ['addLidsForBox', 'Add lids to a box.'],
    ['removeLidForBox', 'Remove a lid from a box.'],
    ['searchBoxesForShelf', 'Search for boxes in a shelf.'],
    ['paintLidOnBox', 'Paint a lid of a box.'],
    ['paintBox', 'Paint a box.'],
    ['paint', 'Paint.'],
    ['paintForShelf', 'Paint in a shelf.'],
    ['getOooDays', 'Get out-of-office days.', true],
    ['getAiStudioSeats', 'Get AI studio seats.', true],
    ['getBoxStatus', 'Get a box status.'],
    ['getBoxStatuses', 'Get box statuses.', true],
    ['createUserUnit', 'Create a user unit.'],
    ['createUnit', 'Create a unit.'],
    ['createUpdate', 'Create an update.'],
  ];
  for (const [name, wanted, isList] of cases) {
    it(`is "${wanted}" for ${name}`, () => {
      const given = Object.hasOwn(givenSentences, name);
      expect(given, 'a name that nobody wrote a sentence for').to.equal(false);
      expect(toSentence(name, isList)).to.equal(wanted);
    });
  }

  it('is the one that a person wrote, if there is one', () => {
    expect(toSentence('getDependentsForTask', true)).to.equal(
      givenSentences.getDependentsForTask
    );
  });

  it('is written for no operation that does not exist', () => {
    expect(Object.keys(endpoints)).to.include.members(
      Object.keys(givenSentences)
    );
  });

  it('is one sentence, with the articles that its nouns want', () => {
    const wrong = Object.entries(endpoints)
      .map(([name, { list }]) => toSentence(name, list))
      .filter(
        sentence =>
          !/^[A-Z][^.]*\.$/.test(sentence) ||
          /\b(a [aeio]|an [^aeiouA]|a the\b|a \w+[^su]s\b)/.test(sentence)
      );

    expect(wrong).to.deep.equal([]);
  });
});
