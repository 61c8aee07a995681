import { expect } from 'chai';
import { readSyncOptions } from '../../src/sync/options.js';
import { failureOf } from '../support/failure-of.js';

const read = (options: unknown) => readSyncOptions('upsertTasks', options);

describe('the options of a sync', () => {
  it('have defaults but for the key', () => {
    expect(read({ externalId: 'name' })).to.eql({
      externalId: 'name',
      onExisting: 'update',
      create: { options: false, tags: false, sections: false },
      isDryRun: false,
      failOnError: true,
      maxDuration: Infinity,
    });
  });

  it('take seconds, and yes or no as a form writes it', () => {
    expect(
      read({
        externalId: 'Case ID',
        maxDuration: '240',
        dryRun: 'true',
        createMissingTags: true,
        onExisting: 'skip',
      })
    ).to.deep.include({
      maxDuration: 240_000,
      isDryRun: true,
      onExisting: 'skip',
      create: { options: false, tags: true, sections: false },
    });
  });

  for (const [title, options, word] of [
    ['nothing at all', undefined, 'externalId'],
    ['no key', {}, 'externalId'],
    ['a misspelled option', { externalId: 'name', dryrun: true }, 'dryRun'],
    ['another way', { externalId: 'name', onExisting: 'merge' }, 'skip'],
    ['no time', { externalId: 'name', maxDuration: 0 }, 'maxDuration'],
    ['a text for a time', { externalId: 'name', maxDuration: 'x' }, 'seconds'],
    ['no yes or no', { externalId: 'name', dryRun: 'maybe' }, 'dryRun'],
  ] as const) {
    it(`are refused with ${title}, and say what to write`, async () => {
      const error = await failureOf(() => read(options));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(`${error.message} ${error.fix}`).to.include(word);
    });
  }
});
