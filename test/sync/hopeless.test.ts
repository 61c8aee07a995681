import { expect } from 'chai';
import { AsanaError } from '../../src/errors.js';
import { createHopeless } from '../../src/sync/hopeless.js';

const unreachable = new AsanaError('no', { code: 'NETWORK_ERROR' });
const refused = new AsanaError('no', { code: 'REFUSED', statusCode: 400 });

describe('going on with the next row', () => {
  it('is hopeless when the token is refused', () => {
    const hopeless = createHopeless();
    expect(hopeless(refused)).to.equal(false);
    expect(
      hopeless(new AsanaError('no', { code: 'REFUSED', statusCode: 401 }))
    ).to.equal(true);
  });

  it('is hopeless when Asana was not there for many rows in a row', () => {
    const hopeless = createHopeless();
    for (let row = 1; row < 60; row++) {
      expect(hopeless(unreachable), `row ${row}`).to.equal(false);
    }
    expect(hopeless(unreachable)).to.equal(true);
  });

  it('is not when one of them went well, or was refused for itself', () => {
    const hopeless = createHopeless();
    for (let row = 1; row < 200; row++) {
      expect(hopeless(unreachable)).to.equal(false);
      if (row % 50 === 0) hopeless();
      if (row % 50 === 25) hopeless(refused);
    }
  });
});
