import { expect } from 'chai';
import { changesOf } from '../../src/sync/changes.js';
import { withChanges } from '../../src/sync/with-changes.js';

describe('a task after its row was written', () => {
  const task = {
    gid: '1',
    projects: [{ gid: '9' }],
    memberships: [
      { project: { gid: '8' }, section: { gid: '81' } },
      { project: { gid: '9' }, section: { gid: '91' } },
    ],
    tags: [{ gid: '31' }],
    followers: [{ gid: '5' }],
    parent: null,
  };

  it('differs no more from it', () => {
    const row = {
      projects: ['7'],
      section: '92',
      tags: ['32', '33'],
      followers: ['6'],
      parent: '4',
    };
    const next = withChanges(task, changesOf(task, row, '9'), '9');
    expect(changesOf(next, row, '9').names).to.eql([]);
    expect(next.memberships).to.deep.include(task.memberships[0]);
    expect(next.followers).to.deep.include({ gid: '5' });
  });

  it('may have lost what it had', () => {
    const child = { ...task, parent: { gid: '4' } };
    const row = { tags: [], parent: null };
    const next = withChanges(child, changesOf(child, row, '9'), '9');
    expect(next).to.deep.include({ tags: [], parent: null });
  });
});
