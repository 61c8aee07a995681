import { expect } from 'chai';
import { takeLists } from '../../../tools/generate/types/take-lists.js';
import { text } from './describe.js';

describe('a query parameter of several values', () => {
  const list = { type: 'array', items: text };

  it('is a list, or a text with commas', () => {
    expect(takeLists(list, 'time_periods')).to.deep.equal({
      anyOf: [text, list],
    });
  });

  it('is one in a search or a filter, though it is described as one text', () => {
    for (const name of [
      'assignee.any',
      'tags.not',
      'sections.all',
      'approval_statuses',
    ]) {
      expect(takeLists(text, name), name).to.deep.equal({
        anyOf: [text, list],
      });
    }
  });

  it('may be null as before', () => {
    expect(takeLists({ ...text, nullable: true }, 'tags.any')).to.deep.equal({
      anyOf: [text, list],
      nullable: true,
    });
  });

  it('is no other one', () => {
    expect(takeLists(text, 'company')).to.deep.equal(text);
    expect(takeLists(text, 'workspace')).to.deep.equal(text);
    expect(takeLists({ type: 'boolean' }, 'has.any')).to.deep.equal({
      type: 'boolean',
    });
  });
});
