import { expect } from 'chai';
import { effectOfWrite, writeEffect } from '../../src/sync/write-effect.js';

const known = {
  projectGid: '9',
  fields: ['name', 'custom_fields.text_value'],
  has: (gid: string) => gid === '1',
};
const effect = (method: string, path: string, data?: object) =>
  writeEffect({ method, path, ...(data && { body: { data } }) }, known).kind;

describe('what a write of the job means for what is known of a project', () => {
  it('is nothing for comments, files and what nothing has so far', () => {
    expect(effect('POST', '/tasks/1/stories', { text: 'x' })).to.equal('none');
    expect(effect('POST', '/attachments')).to.equal('none');
    expect(effect('POST', '/tags', { name: 'x' })).to.equal('none');
    expect(effect('POST', '/projects/9/sections', {})).to.equal('none');
    expect(effect('POST', '/custom_fields/7/enum_options', {})).to.equal(
      'none'
    );
  });

  it('is that a deleted task is gone', () => {
    expect(writeEffect({ method: 'DELETE', path: '/tasks/1' }, known)).to.eql({
      kind: 'remove',
      gid: '1',
    });
  });

  it('is that an update of what was read makes it untrue', () => {
    expect(effect('PUT', '/tasks/1', { name: 'x' })).to.equal('drop');
    expect(effect('PUT', '/tasks/1', { custom_fields: {} })).to.equal('drop');
    expect(effect('PUT', '/tasks/1', { notes: 'x' })).to.equal('none');
    expect(effect('PUT', '/tasks/2', { name: 'x' })).to.equal('none');
  });

  it('is that a new task in the project makes it untrue', () => {
    expect(effect('POST', '/tasks', { projects: ['9'] })).to.equal('drop');
    expect(effect('POST', '/tasks', { parent: '1' })).to.equal('drop');
    expect(effect('POST', '/tasks', { projects: ['8'] })).to.equal('none');
  });

  it('is doubt about everything where it is not known', () => {
    expect(effect('POST', '/batch', { actions: [] })).to.equal('drop');
    expect(effect('POST', '/tasks/2/addProject', { project: '9' })).to.equal(
      'drop'
    );
    expect(effect('POST', '/sections/3/addTask', { task: '2' })).to.equal(
      'drop'
    );
    expect(effect('PUT', '/tasks/1')).to.equal('drop');
    expect(effect('DELETE', '/tags/3')).to.equal('drop');
  });
});

describe('what a write means that has ended', () => {
  const remove = { method: 'DELETE', path: '/tasks/1' };
  const update = {
    method: 'PUT',
    path: '/tasks/1',
    body: { data: { name: 'x' } },
  };
  const comment = { method: 'POST', path: '/tasks/1/stories' };
  const kind = (request: typeof remove, statusCode?: number) =>
    effectOfWrite(
      request,
      statusCode === undefined ? undefined : { statusCode },
      known
    ).kind;

  it('is nothing when Asana refused it', () => {
    expect(kind(update, 403)).to.equal('none');
    expect(kind(remove, 403)).to.equal('none');
  });

  it('is that a task is gone that was not there to be deleted', () => {
    expect(kind(remove, 200)).to.equal('remove');
    expect(kind(remove, 404)).to.equal('remove');
  });

  it('is doubt when there was no clear answer, unless it is harmless', () => {
    expect(kind(remove, 500)).to.equal('drop');
    expect(kind(update)).to.equal('drop');
    expect(kind(comment)).to.equal('none');
  });
});
