import { expect } from 'chai';
import {
  matchesQuery,
  pickFields,
  sortDocuments,
  UnknownOperator,
  type Query,
} from '../../src/kobo/query.js';

const document = {
  _id: 7,
  _submission_time: '2026-03-05T11:22:33',
  amount: '9',
  village: 'Reed Market',
  'meta/instanceID': 'uuid:1',
  _validation_status: { uid: 'validation_status_approved' },
  _tags: ['new', 'seen'],
};

const matches = (query: Query) => matchesQuery(document, query);

describe('A query of KoboToolbox', () => {
  it('compares a time as text, strictly or not', () => {
    const at = document._submission_time;
    expect(matches({ _submission_time: { $gt: at } })).to.equal(false);
    expect(matches({ _submission_time: { $gte: at } })).to.equal(true);
    expect(matches({ _submission_time: { $lt: at } })).to.equal(false);
    expect(matches({ _submission_time: { $lte: at } })).to.equal(true);
    expect(matches({ _submission_time: { $gt: '2026-03-05' } })).to.equal(true);
    expect(matches({ _submission_time: { $lt: '2026-03-05' } })).to.equal(
      false
    );
  });

  it('compares an answer as the text that it is, even if it is a number', () => {
    expect(matches({ amount: { $gt: '10' } })).to.equal(true);
    expect(matches({ amount: { $gt: 8 } })).to.equal(false);
    expect(matches({ _id: { $gt: 6 } })).to.equal(true);
  });

  it('takes a plain value as equality', () => {
    expect(matches({ village: 'Reed Market', _id: 7 })).to.equal(true);
    expect(matches({ village: 'Reed Market', _id: 8 })).to.equal(false);
    expect(matches({ 'meta/instanceID': 'uuid:1' })).to.equal(true);
  });

  it('finds a value inside an object and inside a list', () => {
    expect(
      matches({ '_validation_status.uid': 'validation_status_approved' })
    ).to.equal(true);
    expect(matches({ '_validation_status.uid': 'other' })).to.equal(false);
    expect(matches({ _tags: 'seen' })).to.equal(true);
    expect(matches({ _tags: 'old' })).to.equal(false);
  });

  it('joins conditions by $and and $or', () => {
    const either = { $or: [{ _id: 1 }, { village: { $regex: '^Reed' } }] };
    expect(matches(either)).to.equal(true);
    expect(matches({ $and: [either, { _id: 1 }] })).to.equal(false);
    expect(matches({ _id: { $gt: 6, $lt: 8 } })).to.equal(true);
    expect(matches({ _id: { $gt: 6, $lt: 7 } })).to.equal(false);
  });

  it('knows $in, $nin, $ne and $exists', () => {
    expect(matches({ _id: { $in: [6, 7] } })).to.equal(true);
    expect(matches({ _id: { $nin: [6, 7] } })).to.equal(false);
    expect(matches({ _id: { $ne: 7 } })).to.equal(false);
    expect(matches({ case_id: { $exists: false } })).to.equal(true);
    expect(matches({ case_id: { $exists: true } })).to.equal(false);
    expect(matches({ case_id: null })).to.equal(true);
  });

  it('is refused when it uses an operator that is not known here', () => {
    expect(() => matches({ _id: { $near: 7 } })).to.throw(
      UnknownOperator,
      '$near'
    );
    expect(() => matches({ $nor: [] })).to.throw(UnknownOperator, '$nor');
  });

  it('sorts by one key, in both directions', () => {
    const list = [{ _id: 2 }, { _id: 3 }, { _id: 1 }];
    const ids = (direction: number) =>
      sortDocuments(list, { _id: direction }).map(({ _id }) => _id);
    expect(ids(1)).to.deep.equal([1, 2, 3]);
    expect(ids(-1)).to.deep.equal([3, 2, 1]);
  });

  it('always adds the _id to the fields that were asked for', () => {
    expect(pickFields(document, ['village'])).to.deep.equal({
      _id: 7,
      village: 'Reed Market',
    });
  });
});
