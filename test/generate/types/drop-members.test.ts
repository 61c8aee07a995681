import { expect } from 'chai';
import { dropMembers } from '../../../tools/generate/types/drop-members.js';
import { text } from './describe.js';

describe('dropping members', () => {
  const marked = { type: 'string', readOnly: true };

  it('leaves out those with the mark, at any depth', () => {
    const given = {
      properties: {
        gid: marked,
        name: text,
        parts: { items: { properties: { gid: marked, name: text } } },
      },
    };

    expect(dropMembers(given, 'readOnly')).to.deep.equal({
      properties: {
        name: text,
        parts: { items: { properties: { name: text } } },
      },
    });
  });

  it('needs none of those that are gone', () => {
    const given = {
      properties: { gid: marked, name: text },
      required: ['gid', 'name'],
    };

    expect(dropMembers(given, 'readOnly').required).to.deep.equal(['name']);
  });

  it('leaves in those with another mark', () => {
    const given = { properties: { gid: marked } };

    expect(dropMembers(given, 'writeOnly')).to.deep.equal(given);
  });
});
