import { expect } from 'chai';
import { pathArguments } from '../../../tools/generate/resources/path-arguments.js';

describe('the arguments in a path', () => {
  it('are called as in JavaScript, in their order', () => {
    expect(
      pathArguments('/workspaces/{workspace_gid}/tasks/custom_id/{custom_id}')
    ).to.deep.equal([
      { name: 'workspaceGid', thing: 'workspace', isGid: true },
      { name: 'customId', thing: 'custom ID', isGid: false },
    ]);
  });

  it('are of things that are called as people call them', () => {
    expect(
      pathArguments('/ooo_entries/{ooo_entry_gid}').map(({ thing }) => thing)
    ).to.deep.equal(['out-of-office entry']);
  });

  it('are none where the path has none', () => {
    expect(pathArguments('/tasks')).to.deep.equal([]);
  });
});
