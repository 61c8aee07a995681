import { expect } from 'chai';
import { readRequests } from '../../../src/core/batch/read-requests.js';
import { failureOf } from '../../support/failure-of.js';

const read = (request: unknown) => readRequests('batch', [request])[0]!;
const refusal = (request: unknown) => failureOf(() => read(request));

describe('a request of a batch', () => {
  it('reads, unless another method is given', () => {
    expect(read({ path: '/users/me' }).sent).to.eql({
      method: 'get',
      relative_path: '/users/me',
    });
  });

  it('puts the query of a list where Asana wants each of its parts', () => {
    const { sent } = read({
      method: 'GET',
      path: '/projects/9/tasks',
      params: {
        opt_fields: 'name, notes',
        limit: 50,
        offset: 'abc',
        completed_since: 'now',
        modified_since: undefined,
        opt_pretty: true,
      },
    });
    expect(sent).to.eql({
      method: 'get',
      relative_path: '/projects/9/tasks',
      data: { completed_since: 'now' },
      options: { fields: ['name', 'notes'], limit: 50, offset: 'abc' },
    });
  });

  it('writes its data without an envelope', () => {
    const { sent } = read({
      method: 'post',
      path: 'tasks',
      data: { name: 'Pump', projects: ['9'] },
      params: { opt_fields: ['name'] },
    });
    expect(sent).to.eql({
      method: 'post',
      relative_path: '/tasks',
      data: { name: 'Pump', projects: ['9'] },
      options: { fields: ['name'] },
    });
  });

  it('leaves a group of fields together', () => {
    const { sent } = read({
      path: '/tasks/1',
      params: { opt_fields: 'this.(name,notes)' },
    });
    expect(sent).to.have.deep.property('options', {
      fields: ['this.(name,notes)'],
    });
  });

  it('asks for what has no such value by null, where that has a meaning', () => {
    const { sent } = read({
      path: '/workspaces/3/tasks/search',
      params: { due_on: null, text: null },
    });
    expect(sent).to.have.deep.property('data', { due_on: 'null' });
  });

  it('tells when a limit was out of range', () => {
    const action = read({ path: '/tags', params: { limit: 1000 } });
    expect(action.sent).to.have.deep.property('options', { limit: 100 });
    expect(action.warning).to.include('batch, request 1: "limit" is 1000');
  });

  it('knows what it takes of the limits', () => {
    expect(
      read({ method: 'POST', path: '/tasks/1/duplicate' }).request.cost
    ).to.include({ writes: 1, startsJob: true });
    expect(
      read({ path: '/workspaces/3/tasks/search' }).request.cost
    ).to.include({ reads: 1, isSearch: true });
  });

  for (const [title, request, message] of [
    ['no object', 'x', 'it must be an object, not a text'],
    ['nothing', null, 'it must be an object, not null'],
    ['no path', {}, '"path" must be a text'],
    [
      'a wrong method',
      { method: 'FETCH', path: '/tasks' },
      '"method" is not one of',
    ],
    [
      'a query in the path',
      { path: '/tasks?project=9' },
      '"path" has no query',
    ],
    ['a path that leaves the API', { path: '/../oauth' }, 'must not contain'],
    [
      'data that are not written',
      { path: '/tasks/1', data: { a: 1 } },
      'GET has no "data"',
    ],
    [
      'data of a DELETE',
      { method: 'DELETE', path: '/tasks/1', data: {} },
      'DELETE has no "data"',
    ],
    [
      'data that are no object',
      { method: 'POST', path: '/tasks', data: [] },
      '"data" must be an object',
    ],
    [
      'params that are no object',
      { path: '/tasks', params: 'x' },
      '"params" must be an object',
    ],
    [
      'a filter of what is written',
      { method: 'PUT', path: '/users/1', params: { workspace: '3' } },
      'PUT has no place for "workspace"',
    ],
    [
      'a limit of what is written',
      { method: 'POST', path: '/tasks', params: { limit: 5 } },
      'POST has no place for "limit"',
    ],
    [
      'a batch',
      { method: 'POST', path: '/batch', data: {} },
      'a batch within a batch',
    ],
    [
      'an upload',
      { method: 'POST', path: '/attachments', data: {} },
      'the upload of a file',
    ],
    [
      'an upload on the old path',
      { method: 'POST', path: '/tasks/1/attachments', data: {} },
      'the upload of a file',
    ],
    [
      'an export of an organization',
      { path: '/organization_exports/1' },
      'the export of an organization',
    ],
    ['SCIM', { path: '/scim/Users' }, 'by SCIM'],
  ] as const) {
    it(`is refused with ${title}`, async () => {
      const error = await refusal(request);
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.match(/^batch, request 1: /);
      expect(error.message).to.include(message);
      expect(error.fix).to.be.a('string');
    });
  }

  for (const [name, meant] of [
    ['body', 'data'],
    ['query', 'params'],
    ['relative_path', 'path'],
    ['options', 'params'],
    ['metod', 'method'],
  ] as const) {
    it(`asks whether "${name}" was meant to be "${meant}"`, async () => {
      const error = await refusal({ path: '/tasks', [name]: 'x' });
      expect(error.fix).to.include(`Did you mean "${meant}"?`);
    });
  }

  it('may read the attachments of a task', () => {
    expect(() =>
      read({ path: '/attachments', params: { parent: '1' } })
    ).to.not.throw();
  });

  it('refuses an absolute URL with its own code', async () => {
    const error = await refusal({ path: 'https://evil.example/tasks' });
    expect(error.code).to.equal('UNEXPECTED_ABSOLUTE_URL');
  });

  it('is told by its place when it is wrong', async () => {
    const error = await failureOf(() =>
      readRequests('batch', [{ path: '/users/me' }, {}])
    );
    expect(error.message).to.match(/^batch, request 2: /);
  });

  it('stands in a list', async () => {
    const error = await failureOf(() => readRequests('batch', { path: '/x' }));
    expect(error.message).to.equal(
      'batch: "requests" must be a list, not an object'
    );
  });
});
