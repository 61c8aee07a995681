import { expect } from 'chai';
import { createAsana, demoSeed, emptySeed } from '../../src/asana/index.js';

const gids = (seed = demoSeed) => {
  const { projects, customFields, users } = createAsana({ seed }).store;
  return [...projects, ...customFields, ...users].map(({ gid }) => gid);
};

describe('the demo seed', () => {
  it('has a board for each region, with the same sections and fields', () => {
    const { store } = createAsana();
    const boards = store.projects.all();
    expect(boards.map(({ name }) => name)).to.deep.equal([
      'Grievances – Lake Region',
      'Grievances – Northern Hills',
      'Grievances – River Delta',
    ]);
    for (const { sections, custom_field_settings, default_view } of boards) {
      expect(default_view).to.equal('board');
      expect(sections.map(({ name }) => name)).to.deep.equal([
        'New',
        'In review',
        'Resolved',
      ]);
      expect(
        custom_field_settings.map(({ custom_field: { name } }) => name)
      ).to.deep.equal([
        'Case ID',
        'Category',
        'Channels',
        'Severity',
        'Reported on',
        'Amount claimed',
        'Case worker',
        'Reported by form',
      ]);
    }
  });

  it('has people, tags and no tasks', () => {
    const { store, token } = createAsana();
    expect(store.users.size).to.equal(4);
    expect(store.tokens.get(token)).to.equal(store.users.all()[0]);
    expect(store.tags.all().map(({ name }) => name)).to.deep.equal([
      'urgent',
      'photo',
    ]);
    expect(store.tasks.size).to.equal(0);
  });

  it('gives the same gids every time', () => {
    expect(gids()).to.deep.equal(gids());
  });
});

describe('the empty seed', () => {
  it('has one person in one workspace', () => {
    const { store } = createAsana({ seed: emptySeed });
    expect(store.workspaces.size).to.equal(1);
    expect(store.users.size).to.equal(1);
    expect(store.projects.size).to.equal(0);
  });
});

describe('a seed without people', () => {
  it('is refused', () => {
    const seed = { ...emptySeed, users: [] };
    expect(() => createAsana({ seed })).to.throw('A seed needs a user.');
  });
});
