import { expect } from 'chai';
import fc from 'fast-check';
import { checkGid } from '../../src/core/arguments.js';
import { fillPath, toRequest } from '../../src/core/endpoint.js';
import { AsanaError } from '../../src/errors.js';
import {
  endpoints,
  type OperationName,
} from '../../src/generated/endpoints.js';

describe('the request of an endpoint', () => {
  it('has the gids in the path, in order', () => {
    expect(
      fillPath('/workspaces/{a}/tasks/custom_id/{b}', ['1', 'X-2'])
    ).to.eql('/workspaces/1/tasks/custom_id/X-2');
  });

  it('has no body where nothing is written', () => {
    expect(toRequest(endpoints.getTask, { gids: ['1'] })).to.eql({
      method: 'GET',
      path: '/tasks/1',
      query: {},
    });
  });

  it('never leads to another route, whatever is given for a gid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), text => {
        let gid: string;
        try {
          gid = checkGid({ operation: 'getTask', name: 'taskGid' }, text);
        } catch (error) {
          expect(error).to.be.instanceOf(AsanaError);
          return;
        }
        const { path } = toRequest(endpoints.getTask, { gids: [gid] });
        const { pathname, search, hash } = new URL(
          path,
          'https://app.asana.com'
        );
        expect(pathname).to.equal(`/tasks/${encodeURIComponent(gid)}`);
        expect(search + hash).to.equal('');
      }),
      { examples: [['..'], ['%2e%2e'], ['external:../x'], ['\ud800']] }
    );
  });

  it('says what it takes of the limits where that does not show in its method', () => {
    const costOf = (operation: OperationName) =>
      toRequest(endpoints[operation], { gids: ['1'] }).cost;
    expect(costOf('getTask')).to.equal(undefined);
    expect(costOf('createTask')).to.equal(undefined);
    expect(costOf('searchTasksForWorkspace')).to.include({
      reads: 1,
      writes: 0,
      isSearch: true,
    });
    expect(costOf('duplicateTask')).to.include({
      reads: 0,
      writes: 1,
      startsJob: true,
    });
  });
});
