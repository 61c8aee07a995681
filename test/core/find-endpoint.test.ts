import { expect } from 'chai';
import { findEndpoint } from '../../src/core/find-endpoint.js';
import { endpoints } from '../../src/generated/endpoints.js';

describe('the row of a path', () => {
  for (const [method, path, row] of [
    ['GET', '/tasks/12', endpoints.getTask],
    ['PUT', '/tasks/12', endpoints.updateTask],
    ['GET', '/tasks/12/', endpoints.getTask],
    ['GET', '/users/me', endpoints.getUser],
    ['POST', '/tasks/12/duplicate', endpoints.duplicateTask],
    ['GET', '/workspaces/3/tasks/search', endpoints.searchTasksForWorkspace],
    ['POST', '/portfolios/1/duplicate', endpoints.duplicatePortfolio],
  ] as const) {
    it(`is found for ${method} ${path}`, () => {
      expect(findEndpoint(method, path)).to.equal(row);
    });
  }

  it('is itself for every row of the table', () => {
    for (const row of Object.values(endpoints)) {
      const path = row.path.replace(/\{\w+\}/g, '1234');
      expect(findEndpoint(row.method, path)).to.equal(row);
    }
  });

  it('is none for what the table does not have', () => {
    expect(findEndpoint('PATCH', '/tasks/12')).to.equal(undefined);
    expect(findEndpoint('GET', '/tasks/12/else')).to.equal(undefined);
    expect(findEndpoint('GET', '/tasks.12')).to.equal(undefined);
  });
});
