import { expect } from 'chai';
import * as adaptor from '../../src/index.js';
import { exportedFor, takesParams, titleOf } from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described, type Described } from './reading/operations.js';
import { isStreamed, startsJob } from './reading/traits.js';

/** Namespaces that are no families of operations. */
const others = ['dateFns', 'default', 'http', 'util'];

describe('the operations that a job finds', () => {
  needsDescription();

  it('are those of Asana’s description, each of them once', () => {
    const families = Object.entries(adaptor).filter(
      ([name, members]) => typeof members === 'object' && !others.includes(name)
    );
    const found = families.flatMap(([family, members]) =>
      Object.keys(members).map(name => `${family}.${name}`)
    );
    expect(found).to.have.members(described.map(titleOf));
  });

  it('take the gids of the path, data, params, and a callback or options', () => {
    const counts = described.map(each => [titleOf(each), countArguments(each)]);
    const found = described.map(each => [
      titleOf(each),
      exportedFor(each).length,
    ]);
    expect(found).to.eql(counts);
  });
});

const countArguments = (operation: Described): number =>
  operation.gids.length +
  [
    operation.body !== undefined,
    takesParams(operation),
    isStreamed(operation) || startsJob(operation),
  ].filter(Boolean).length;
