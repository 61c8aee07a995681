import { expect } from 'chai';
import { compose, isRepeatable, type Layer } from '../../src/http/layer.js';

describe('the layers', () => {
  it('see a request from the first to the last', async () => {
    const seen: string[] = [];
    const named =
      (name: string): Layer =>
      next =>
      async request => {
        seen.push(name);
        return next(request);
      };
    await compose([named('outer'), named('inner')], async () => {
      seen.push('send');
      return {} as never;
    })({ method: 'GET', path: '/' });
    expect(seen).to.eql(['outer', 'inner', 'send']);
  });

  it('know what can be sent twice from the method, unless the request says so', () => {
    const repeatable = ['GET', 'PUT', 'DELETE', 'POST'].map(method =>
      isRepeatable({ method, path: '/' })
    );
    expect(repeatable).to.eql([true, true, true, false]);
    expect(
      isRepeatable({ method: 'POST', path: '/', repeatable: true })
    ).to.equal(true);
  });
});
