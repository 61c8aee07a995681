import { expect } from 'chai';
import { isFoundAgain } from '../../src/sync/found-again.js';

const row = {
  projectGid: '9',
  data: { name: 'LR-1', projects: ['8', '9'] } as Record<string, unknown>,
  externalId: 'name',
  key: 'LR-1',
};

describe('a task that is created from a row', () => {
  it('is found again by its name in its project', () => {
    expect(isFoundAgain(row, [])).to.be.true;
  });

  for (const [title, data] of [
    ['by a number', { projects: [9] }],
    ['by a section', { memberships: [{ project: '9', section: '3' }] }],
  ] as const) {
    it(`is found again where it is put into the project ${title}`, () => {
      expect(isFoundAgain({ ...row, data }, [])).to.be.true;
    });
  }

  for (const [title, data] of [
    ['without a project', { workspace: '2' }],
    ['in another project', { projects: ['8'] }],
    ['as a subtask', { parent: '9' }],
    [
      'with memberships of another project',
      { memberships: [{ project: '8' }] },
    ],
    ['with strange memberships', { projects: '9', memberships: ['9', null] }],
  ] as const) {
    it(`is not found again ${title}`, () => {
      expect(isFoundAgain({ ...row, data }, [])).to.be.false;
    });
  }

  it('is not sure to be found by a key that Asana may trim', () => {
    expect(isFoundAgain({ ...row, key: 'LR-1 ' }, [])).to.be.false;
  });

  it('is found again by another field when a task of the project shows it', () => {
    const byField = { ...row, externalId: 'external' };
    expect(isFoundAgain(byField, [{ external: { gid: 'a' } }])).to.be.true;
    expect(isFoundAgain(byField, [{ gid: '1' }])).to.be.false;
    expect(isFoundAgain(byField, [])).to.be.false;
  });
});
