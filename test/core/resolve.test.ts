import { expandReferences } from '@openfn/language-common/util';
import { expect } from 'chai';
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { resolve } from '../../src/core/resolve.js';
import { failureOf } from '../support/failure-of.js';

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

  it('gives a day where Asana wants one, but not to custom fields', () => {
    const moment = new Date('2026-03-05T22:30:00Z');
    const text = '2026-03-05T22:30:00+00:00';
    expect(
      resolve(
        {},
        {
          due_on: moment,
          start_on: () => text,
          due_at: text,
          notes: text,
          custom_fields: { due_on: text },
        }
      )
    ).to.eql({
      due_on: '2026-03-05',
      start_on: '2026-03-05',
      due_at: text,
      notes: text,
      custom_fields: { due_on: text },
    });
  });

  it('takes the same object in two places', () => {
    const tag = { name: 'urgent' };
    expect(resolve({}, [tag, { tag }])).to.eql([tag, { tag }]);
  });

  const circle: Record<string, unknown> = { name: 'x' };
  circle.parent = { children: [circle] };

  for (const [title, value, said] of [
    ['an object that contains itself', circle, '"parent.children.0" contains'],
    [
      'a date that is none',
      { custom_fields: { Day: new Date('soon') } },
      '"custom_fields.Day" is no date',
    ],
    [
      'a promise of another realm',
      runInNewContext('({ name: new Promise(() => {}) })'),
      '"name" is a promise',
    ],
    ['a promise alone', async () => '1', 'an argument is a promise'],
  ] as const) {
    it(`refuses ${title}, and says where it is`, async () => {
      const error = await failureOf(() => resolve({}, value, 'createTask'));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include(`createTask: ${said}`);
    });
  }

  it('lets no promise that it refuses end the process when it fails', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    const name = Promise.reject(new Error('late'));
    await failureOf(() => resolve({}, { name }));
    // Node.js tells of it after the present turn.
    await new Promise(setImmediate);
    process.off('unhandledRejection', listen);
    expect(unhandled).to.eql([]);
  });
});
