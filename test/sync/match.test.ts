import { expect } from 'chai';
import { findByKey, keyOf, requireKey } from '../../src/sync/match.js';
import { failureOf } from '../support/failure-of.js';

describe('matching by an external id', () => {
  it('compares as text, since forms deliver numbers', () => {
    const tasks = [
      { gid: '1', name: '41' },
      { gid: '2', name: '42' },
    ];
    expect(
      findByKey(tasks, 'name', requireKey('op', { name: 42 }, 'name'))
    ).to.equal(tasks[1]);
  });

  it('uses the gid of external data', () => {
    expect(keyOf({ external: { gid: 'x', data: 'y' } }, 'external')).to.equal(
      'x'
    );
    expect(keyOf({ external: null }, 'external')).to.equal(undefined);
  });

  it('never matches tasks that have no key', () => {
    const tasks = [{ gid: '1' }, { gid: '2', name: '' }];
    expect(findByKey(tasks, 'name', 'undefined')).to.equal(undefined);
  });

  it('refuses a key that cannot be compared', async () => {
    const error = await failureOf(() =>
      requireKey('upsertTask', { projects: ['9'] }, 'projects')
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
  });
});
