import { expandReferences } from '@openfn/language-common/util';
import { expect } from 'chai';
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { resolve } from '../../src/core/resolve.js';

describe('resolving arguments', () => {
  it('gives for JSON values and functions what common’s expandReferences gives', () => {
    const state = { data: 'd' };
    const leaf = fc.oneof(
      fc.jsonValue(),
      fc.constant((given: typeof state) => given.data),
      fc.constant(() => [() => ({ deep: true })])
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf))),
        value => {
          expect(resolve(state, value)).to.eql(
            expandReferences(state, value)[0]
          );
        }
      )
    );
  });

  it('turns the dates of a job, which come from another realm, into ISO text', () => {
    const value = runInNewContext(
      '({ a: new Date(0), b: () => [new Date(0)] })'
    ) as object;
    const iso = '1970-01-01T00:00:00.000Z';
    expect(resolve({}, value)).to.eql({ a: iso, b: [iso] });
  });

  it('turns a BigInt, which JSON cannot hold, into its digits', () => {
    expect(resolve({}, { gid: 12345678901234567890n })).to.eql({
      gid: '12345678901234567890',
    });
  });

  it('leaves Buffers whole', () => {
    const buffer = Buffer.from('x');
    expect(resolve({}, { buffer }).buffer).to.equal(buffer);
  });
});
