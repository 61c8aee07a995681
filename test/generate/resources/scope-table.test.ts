import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import { commonJobs } from '../../../tools/generate/resources/lists/common-jobs.js';
import { printScopeTable } from '../../../tools/generate/resources/lists/scope-table.js';
import { toOperations } from '../../../tools/generate/resources/operation.js';
import { boxes } from '../made-up-description.js';

const [covered, other] = toOperations(boxes);
const operations = [
  { ...covered!, name: 'getBox', scopes: ['b:read', 'a:read'] },
  { ...covered!, name: 'getBoxes', scopes: ['a:read'] },
  { ...other!, name: 'openBox', scopes: [] },
];

describe('the scopes that jobs need', () => {
  const row = (...used: string[]) =>
    printScopeTable([{ what: 'Look', operations: used }], operations)
      .split('\n')
      .pop();

  it('are those of all operations, each once', () => {
    expect(row('getBox', 'getBoxes')).to.equal('| Look | `a:read`, `b:read` |');
  });

  it('are full permissions where one operation has none', () => {
    expect(row('getBox', 'openBox')).to.equal(
      '| Look | full permissions: Asana has no scope for `openBox` |'
    );
  });

  it('are of operations that Asana has', () => {
    expect(Object.keys(endpoints)).to.include.members(
      commonJobs.flatMap(job => job.operations)
    );
  });
});
