import { expect } from 'chai';
import { toListing } from '../../src/core/list.js';
import { endpoints } from '../../src/generated/endpoints.js';

const tasks = (params: Record<string, unknown>) =>
  toListing('getTasks', endpoints.getTasksForProject, { gids: ['9'], params });

describe('a list', () => {
  it('is read in pages of a hundred', () => {
    expect(tasks({ opt_fields: 'name' })).to.eql({
      request: {
        method: 'GET',
        path: '/projects/9/tasks',
        query: { opt_fields: 'name', limit: '100' },
      },
      onePage: false,
    });
  });

  it('is one page of the size that the job wants', () => {
    const { request, onePage } = tasks({ limit: 5 });
    expect(request.query).to.eql({ limit: '5' });
    expect(onePage).to.equal(true);
  });

  it('tells when the size was out of range', () => {
    const { request, warning } = tasks({ limit: 1000 });
    expect(request.query).to.eql({ limit: '100' });
    expect(warning).to.include('"limit" is 1000');
  });

  it('has no limit where Asana knows the offset alone, and is read on', () => {
    const users = toListing('getUsers', endpoints.getUsersForTeam, {
      gids: ['9'],
      params: { limit: 5 },
    });
    expect(users.request.query).to.eql({});
    expect(users.onePage).to.equal(false);
    expect(users.warning).to.include('"limit" is left out');
  });

  it('has neither limit nor further pages where Asana knows no pages', () => {
    const budgets = toListing('getBudgets', endpoints.getBudgets, {
      params: { parent: '9' },
    });
    expect(budgets).to.eql({
      request: { method: 'GET', path: '/budgets', query: { parent: '9' } },
      onePage: true,
    });
  });

  it('has a limit and no further pages where it is a search', () => {
    const search = (params: Record<string, unknown>) =>
      toListing('search', endpoints.searchTasksForWorkspace, {
        gids: ['9'],
        params,
      });
    expect(search({ limit: 5 }).request.query).to.eql({ limit: '5' });
    expect(search({ limit: 5 }).onePage).to.equal(true);
    expect(search({}).request.query).to.eql({});
    expect(search({}).onePage).to.equal(true);
  });
});
