import { expect } from 'chai';
import type {
  Description,
  Operation,
} from '../../tools/generate/description.js';
import { toEndpoints, toFamily } from '../../tools/generate/endpoints.js';

describe('the endpoint table', () => {
  it('has the family, method and path of an operation', () => {
    const table = toEndpoints(
      describeApi({
        '/goals/{goal_gid}': { get: operation('getGoal', 'Goals') },
      })
    );

    expect(table).to.deep.equal({
      getGoal: { family: 'goals', method: 'GET', path: '/goals/{goal_gid}' },
    });
  });

  it('has every method of a path', () => {
    const table = toEndpoints(
      describeApi({
        '/goals': {
          get: operation('getGoals'),
          post: operation('createGoal'),
          put: operation('updateGoals'),
          delete: operation('deleteGoals'),
        },
      })
    );

    expect(methodsOf(table)).to.deep.equal({
      createGoal: 'POST',
      deleteGoals: 'DELETE',
      getGoals: 'GET',
      updateGoals: 'PUT',
    });
  });

  it('is sorted by family, then by operation', () => {
    const table = toEndpoints(
      describeApi({
        '/tags': { get: operation('addTag', 'Tags') },
        '/goals': {
          get: operation('getGoal', 'Goals'),
          post: operation('createGoal', 'Goals'),
        },
      })
    );

    expect(Object.keys(table)).to.deep.equal([
      'createGoal',
      'getGoal',
      'addTag',
    ]);
  });

  it('names a family in camelCase after the heading of Asana’s reference', () => {
    expect(toFamily('Custom field settings')).to.equal('customFieldSettings');
    expect(toFamily('Audit log API')).to.equal('auditLog');
  });

  it('has the status of a success that is not 200', () => {
    const row = only({ ...operation('createGoal'), responses: { '201': {} } });

    expect(row.status).to.equal(201);
    expect(only(operation('getGoal'))).not.to.have.property('status');
  });

  it('has the query parameters but not those that any operation takes', () => {
    const row = only({
      ...operation('getGoals'),
      parameters: [
        { name: 'team', in: 'query' },
        { name: 'opt_fields', in: 'query' },
        { name: 'opt_pretty', in: 'query' },
        { name: 'limit', in: 'query' },
        { name: 'goal_gid', in: 'path' },
        { name: 'asana-enable', in: 'header' },
      ],
    });

    expect(row.query).to.deep.equal(['team']);
  });

  it('takes the parameters of a path and of its operation, also by reference', () => {
    const description: Description = {
      paths: {
        '/goals': {
          parameters: [reference('#/components/parameters/limit')],
          get: {
            ...operation('getGoals'),
            parameters: [reference('#/components/parameters/offset')],
          },
        },
      },
      components: {
        parameters: {
          limit: { name: 'limit', in: 'query' },
          offset: { name: 'offset', in: 'query' },
        },
      },
    };

    expect(toEndpoints(description).getGoals!.paging).to.equal('limit+offset');
  });

  it('says how a list is paged', () => {
    const offset = { name: 'offset', in: 'query' } as const;
    const limit = { name: 'limit', in: 'query' } as const;
    const pagingOf = (parameters: Operation['parameters']) =>
      only({ ...operation('getGoals'), parameters }).paging;

    expect(pagingOf([limit, offset])).to.equal('limit+offset');
    expect(pagingOf([offset])).to.equal('offset');
    expect(pagingOf([limit])).to.equal(undefined);
  });

  it('says how a body is sent', () => {
    const bodyOf = (type: string) =>
      only({
        ...operation('createGoal'),
        requestBody: { content: { [type]: {} } },
      }).body;

    expect(bodyOf('application/json')).to.equal('json');
    expect(bodyOf('multipart/form-data')).to.equal('multipart');
    expect(only(operation('deleteGoal'))).not.to.have.property('body');
  });

  it('says that an answer is a list when its data is an array', () => {
    const answer = (type: string): Operation['responses'] => ({
      '200': {
        content: {
          'application/json': { schema: { properties: { data: { type } } } },
        },
      },
    });

    expect(
      only({ ...operation('getGoals'), responses: answer('array') }).list
    ).to.equal(true);
    expect(
      only({ ...operation('getGoal'), responses: answer('object') })
    ).not.to.have.property('list');
  });

  it('adds what the corrections say to the description', () => {
    const row = only({
      ...operation('searchTasksForWorkspace'),
      parameters: [{ name: 'text', in: 'query' }],
    });

    expect(row.query).to.deep.equal(['text', 'limit']);
  });

  it('leaves out what the corrections take away', () => {
    const row = only({
      ...operation('createStatusForObject'),
      parameters: [{ name: 'offset', in: 'query' }],
    });

    expect(row).not.to.have.property('paging');
  });
});

function operation(operationId: string, tag = 'Goals'): Operation {
  return { operationId, tags: [tag], responses: { '200': {} } };
}

function describeApi(paths: Description['paths']): Description {
  return { paths, components: {} };
}

function only(described: Operation) {
  return toEndpoints(describeApi({ '/goals': { get: described } }))[
    described.operationId
  ]!;
}

function reference<T>($ref: string): T {
  return { $ref } as T;
}

function methodsOf(table: ReturnType<typeof toEndpoints>) {
  return Object.fromEntries(
    Object.entries(table).map(([name, { method }]) => [name, method])
  );
}
