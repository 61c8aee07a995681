import { expect } from 'chai';
import { changesOf } from '../../src/sync/changes.js';

const project = '9';
const task = {
  gid: '1',
  name: 'LR-1',
  notes: 'old',
  due_on: '2026-05-01',
  due_at: null,
  start_on: null,
  custom_fields: [
    { gid: '7', resource_subtype: 'text', text_value: 'x' },
    { gid: '8', resource_subtype: 'number', number_value: 1, precision: 0 },
  ],
  memberships: [{ project: { gid: '9' }, section: { gid: '91' } }],
  projects: [{ gid: '9' }],
  tags: [{ gid: '31' }, { gid: '32' }],
  followers: [{ gid: '5', email: 'a@x.org' }],
  parent: null,
};
const changes = (data: Record<string, unknown>) =>
  changesOf(task, data, project);

describe('what differs between a task and its row', () => {
  it('is nothing when all that the row gives is there', () => {
    const { names, data } = changes({
      name: 'LR-1',
      notes: undefined,
      custom_fields: { 7: 'x', 8: '1.2' },
      section: '91',
      tags: ['32', '31'],
      followers: ['a@x.org'],
      projects: ['9'],
      parent: null,
      workspace: '2',
      attachments: [{ name: 'a' }],
    });
    expect(names).to.eql([]);
    expect(data).to.equal(undefined);
  });

  it('is only the fields that have another value', () => {
    expect(
      changes({ name: 'LR-1', notes: 'new', custom_fields: { 7: 'x', 8: 2 } })
    ).to.deep.include({
      names: ['notes', 'custom_fields.8'],
      data: { notes: 'new', custom_fields: { 8: 2 } },
    });
  });

  it('tells the end together with a new start, which Asana asks for', () => {
    expect(changes({ start_on: '2026-04-01' }).data).to.eql({
      start_on: '2026-04-01',
      due_on: '2026-05-01',
    });
    expect(
      changes({ start_on: '2026-04-01', due_on: '2026-05-09' }).data
    ).to.eql({ start_on: '2026-04-01', due_on: '2026-05-09' });
  });

  it('is a move to another section, also one in memberships', () => {
    expect(changes({ section: '92' }).sectionGid).to.equal('92');
    const memberships = [{ project: '9', section: '92' }];
    expect(changes({ memberships }).sectionGid).to.equal('92');
  });

  it('is exactly the tags of the row, and more followers and projects', () => {
    expect(
      changes({ tags: ['32', '33'], followers: ['6'], projects: ['9', '10'] })
    ).to.deep.include({
      names: ['projects', 'tags', 'followers'],
      newTags: ['33'],
      oldTags: ['31'],
      followers: ['6'],
      projects: ['10'],
    });
  });

  it('is another parent, or none any more', () => {
    expect(changes({ parent: '4' }).parentGid).to.equal('4');
    const child = { ...task, parent: { gid: '4' } };
    expect(changesOf(child, { parent: null }, project).parentGid).to.equal(
      null
    );
    expect(changesOf(child, { parent: '4' }, project).names).to.eql([]);
  });
});
