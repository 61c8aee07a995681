import { expect } from 'chai';
import { readAdaptorExports } from '../../tools/compile/adaptor-exports.js';
import { installed } from './installed.js';
import { commonNames, familyNames, ownNames } from './public-names.js';

describe('what OpenFn’s job compiler sees of the package', () => {
  it('is every operation, namespace and re-export', async () => {
    const { adaptor } = await installed();

    // What it does not see is not imported, and "not defined" in a job.
    expect(readAdaptorExports(adaptor)).to.have.members([
      ...ownNames,
      ...commonNames,
    ]);
  });

  it('has the 48 families of Asana’s API', async () => {
    const { adaptor } = await installed();
    const seen = readAdaptorExports(adaptor);

    expect(seen.filter(name => familyNames.includes(name))).to.have.lengthOf(
      48
    );
  });
});
