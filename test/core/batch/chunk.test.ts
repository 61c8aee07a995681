import { expect } from 'chai';
import { toBatchRequest, toChunks } from '../../../src/core/batch/chunk.js';
import { readRequests } from '../../../src/core/batch/read-requests.js';

const actions = (...requests: object[]) => readRequests('batch', requests);
const read = { path: '/tasks/1' };
const update = { method: 'PUT', path: '/tasks/1', data: {} };
const create = { method: 'POST', path: '/tasks', data: {} };
const remove = { method: 'DELETE', path: '/tasks/1' };
const duplicate = { method: 'POST', path: '/tasks/1/duplicate', data: {} };

describe('the chunks of a batch', () => {
  it('have ten actions each, in their order', () => {
    const all = actions(...Array.from({ length: 25 }, () => read));
    const chunks = toChunks(all);
    expect(chunks.map(({ length }) => length)).to.eql([10, 10, 5]);
    expect(chunks.flat()).to.eql(all);
  });

  it('start no more than five jobs each', () => {
    const all = actions(
      read,
      ...Array.from({ length: 7 }, () => duplicate),
      read
    );
    expect(toChunks(all).map(({ length }) => length)).to.eql([6, 3]);
  });

  it('are none of no actions', () => {
    expect(toChunks([])).to.eql([]);
  });
});

describe('the request for a chunk', () => {
  it('holds the actions and counts as they do', () => {
    const all = actions(read, update, create, read);
    expect(toBatchRequest(all)).to.deep.include({
      method: 'POST',
      path: '/batch',
      body: { data: { actions: all.map(({ sent }) => sent) } },
    });
    expect(toBatchRequest(all).cost).to.include({ reads: 2, writes: 2 });
  });

  it('is a search, or starts jobs, when one of its actions does', () => {
    const search = { path: '/workspaces/3/tasks/search' };
    expect(toBatchRequest(actions(read, search)).cost).to.include({
      reads: 2,
      isSearch: true,
    });
    expect(toBatchRequest(actions(duplicate, read)).cost).to.include({
      startsJob: true,
    });
  });

  for (const [title, requests, repeatable] of [
    ['reads and updates', [read, update], true],
    ['a create among them', [read, create], false],
    ['a deletion, whose second answer is another', [read, remove], false],
  ] as const) {
    it(`is ${repeatable ? '' : 'not '}repeatable with ${title}`, () => {
      expect(toBatchRequest(actions(...requests)).repeatable).to.equal(
        repeatable
      );
    });
  }
});
