import { expect } from 'chai';
import { fieldKey } from '../../src/sync/key.js';
import { createIndex } from '../../src/sync/project-index.js';

const index = (...tasks: { gid: string; [field: string]: unknown }[]) =>
  createIndex(fieldKey('name'), tasks);
const gids = (found: readonly { gid: string }[]) => found.map(({ gid }) => gid);

describe('the index of a project', () => {
  it('finds tasks by their key, the oldest first', () => {
    const tasks = index(
      { gid: '1', name: 'A', created_at: '2026-03-01T00:00:00.000Z' },
      { gid: '2', name: 'A', created_at: '2026-01-01T00:00:00.000Z' },
      { gid: '3', name: 'B' }
    );
    expect(gids(tasks.find('A'))).to.eql(['2', '1']);
    expect(gids(tasks.find('C'))).to.eql([]);
  });

  it('keeps the order of the list where the age is not known', () => {
    const tasks = index({ gid: '9', name: 'A' }, { gid: '1', name: 'A' });
    expect(gids(tasks.find('A'))).to.eql(['9', '1']);
  });

  it('never finds tasks that have no key', () => {
    const tasks = index({ gid: '1' }, { gid: '2', name: '' });
    expect(gids(tasks.find('undefined'))).to.eql([]);
    expect(gids(tasks.find(''))).to.eql([]);
    expect(tasks.size).to.equal(2);
  });

  it('follows a task to another key', () => {
    const tasks = index({ gid: '1', name: 'A' });
    tasks.put({ gid: '1', name: 'B' });
    expect(gids(tasks.find('A'))).to.eql([]);
    expect(gids(tasks.find('B'))).to.eql(['1']);
    expect(tasks.size).to.equal(1);
  });

  it('keeps the first of several first, when another or itself is written', () => {
    const at = { name: 'A', created_at: '2026-01-01T00:00:00.000Z' };
    const tasks = index({ gid: '1', ...at }, { gid: '2', ...at });
    tasks.put({ gid: '1', ...at, notes: 'new' });
    expect(gids(tasks.find('A'))).to.eql(['1', '2']);
    tasks.put({ gid: '2', ...at, notes: 'new' });
    expect(gids(tasks.find('A'))).to.eql(['1', '2']);
    expect(tasks.get('1')).to.have.property('notes', 'new');
  });

  it('forgets a task, and only that', () => {
    const tasks = index({ gid: '1', name: 'A' }, { gid: '2', name: 'A' });
    tasks.remove('1');
    tasks.remove('7');
    expect(gids(tasks.find('A'))).to.eql(['2']);
    expect(tasks.get('1')).to.equal(undefined);
  });
});
