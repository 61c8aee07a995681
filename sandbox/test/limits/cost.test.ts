import { expect } from 'chai';
import { costOf } from '../../src/limits/cost.js';

const cost = (method: string, path: string, body?: string) =>
  costOf(new Request(`http://127.0.0.1${path}`, { method, body }));

const batch = (...actions: readonly object[]) =>
  cost('POST', '/api/1.0/batch', JSON.stringify({ data: { actions } }));

describe('The cost of a request', () => {
  it('is one read or one write', async () => {
    expect(await cost('GET', '/api/1.0/tasks/1')).to.deep.equal({
      reads: 1,
      writes: 0,
      searches: 0,
    });
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(await cost(method, '/api/1.0/tasks/1')).to.deep.equal({
        reads: 0,
        writes: 1,
        searches: 0,
      });
  });

  it('is also a search for a search of tasks or projects, not for a name like it', async () => {
    const searches = async (path: string) =>
      (await cost('GET', `/api/1.0/workspaces/1/${path}`)).searches;
    expect(await searches('tasks/search?text=a')).to.equal(1);
    expect(await searches('projects/search')).to.equal(1);
    expect(await searches('typeahead')).to.equal(0);
  });

  it('is for a batch that of its actions', async () => {
    expect(
      await batch(
        { method: 'get', relative_path: '/tasks/1' },
        { method: 'get', relative_path: '/workspaces/1/tasks/search' },
        { method: 'post', relative_path: '/tasks' }
      )
    ).to.deep.equal({ reads: 2, writes: 1, searches: 1 });
  });

  it('leaves the body of a batch to be read again', async () => {
    const request = new Request('http://127.0.0.1/api/1.0/batch', {
      method: 'POST',
      body: '{"data":{"actions":[]}}',
    });
    await costOf(request);
    expect(await request.text()).to.equal('{"data":{"actions":[]}}');
  });

  it('is nothing for a batch without actions and for a body that is no batch', async () => {
    const nothing = { reads: 0, writes: 0, searches: 0 };
    expect(await batch()).to.deep.equal(nothing);
    for (const body of ['', 'no JSON', 'null', '{"data":{"actions":7}}'])
      expect(await cost('POST', '/api/1.0/batch', body)).to.deep.equal(nothing);
  });

  it('is nothing for what is not the API of Asana', async () => {
    const { reads } = await cost('GET', '/api/v2/assets/');
    expect(reads).to.equal(0);
  });
});
