import { expect } from 'chai';
import { namesFor } from '../../src/names/names.js';
import { resolveSearchQuery } from '../../src/names/search-query.js';
import { failureOf } from '../support/failure-of.js';
import { board, fakeBoard, setting } from './fake-board.js';

describe('the query of a search', () => {
  let fake = fakeBoard();
  beforeEach(() => {
    fake = fakeBoard();
  });
  const resolve = (query: Record<string, unknown>) =>
    resolveSearchQuery(namesFor(fake.send), query, {
      operation: 'searchTasks',
      workspaceGid: '3',
    });

  it('comes back as it is, without a request, when it has gids only', async () => {
    const query = {
      text: 'Lake Region',
      'projects.any': '1,2',
      'sections.not': ['11', 12],
      'tags.all': '31, 32',
      'assignee.any': null,
      'followers.any': 'me,amina@example.org,41',
      'created_by.not': 'null',
      'teams.any': 'whatever',
      'custom_fields.103.value': 'Water',
      'custom_fields.103.valeu': 'Water',
      'custom_fields.103': 'Water',
      'modified_at.after': undefined,
      completed: false,
      opt_fields: 'name',
    };
    expect(await resolve(query)).to.eql(query);
    expect(fake.sent()).to.eql([]);
  });

  it('may name projects, also with a comma in the name', async () => {
    expect(
      await resolve({
        'projects.any': 'Lake Region, 7',
        'projects.not': 'Health / WASH, north',
        'projects.all': ['lake region', '5'],
      })
    ).to.eql({
      'projects.any': ['1', '7'],
      'projects.not': ['2'],
      'projects.all': ['1', '5'],
    });
    expect(fake.sent()).to.eql(['GET /workspaces/3/projects']);
  });

  it('may name sections of its projects, tags and people', async () => {
    expect(
      await resolve({
        'projects.all': 'Lake Region',
        'sections.any': 'In review,New',
        'tags.any': 'urgent',
        'assignee.any': 'Amina Diallo,me',
      })
    ).to.eql({
      'projects.all': ['1'],
      'sections.any': ['12', '11'],
      'tags.any': ['31'],
      'assignee.any': ['41', 'me'],
    });
  });

  it('says for a section that it needs its project', async () => {
    const error = await failureOf(() => resolve({ 'sections.any': 'New' }));
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.fix).to.include('projects.all');
  });

  it('may name custom fields of the workspace, and options and people in them', async () => {
    expect(
      await resolve({
        'custom_fields.Case ID.value': 'LR-1',
        'custom_fields.amount.less_than': 5,
        'custom_fields.Category.value': 'staff_conduct',
        'custom_fields.Case worker.value': 'Amina Diallo',
      })
    ).to.eql({
      'custom_fields.101.value': 'LR-1',
      'custom_fields.102.less_than': 5,
      'custom_fields.103.value': '1032',
      'custom_fields.106.value': '41',
    });
    expect(fake.sent()).to.eql([
      'GET /workspaces/3/custom_fields',
      'GET /users',
    ]);
  });

  it('finds tasks that have an option which is disabled by now', async () => {
    expect(await resolve({ 'custom_fields.Category.value': 'land' })).to.eql({
      'custom_fields.103.value': '1033',
    });
  });

  it('names the closest fields and options when there is none', async () => {
    const field = await failureOf(() =>
      resolve({ 'custom_fields.Categry.value': 'Water' })
    );
    expect(field.fix).to.include('"Category"').and.include('projects.any');
    const option = await failureOf(() =>
      resolve({ 'custom_fields.Category.value': 'Watr' })
    );
    expect(option.fix).to.include('"Water"');
  });

  it('looks for fields in the projects that it names', async () => {
    expect(
      await resolve({
        'projects.any': '2',
        'custom_fields.Village.contains': 'Old',
      })
    ).to.eql({ 'projects.any': '2', 'custom_fields.201.contains': 'Old' });
    expect(fake.sent()).to.eql(['GET /projects/2/custom_field_settings']);
  });

  it('may have dots and digits in the name of a field', async () => {
    const { custom_field } = setting('301', '2. No. of people', 'number');
    fake = fakeBoard({
      ...board,
      '/workspaces/3/custom_fields': [custom_field],
    });
    expect(
      await resolve({ 'custom_fields.2. No. of people.greater_than': 5 })
    ).to.eql({ 'custom_fields.301.greater_than': 5 });
  });

  for (const [key, meant] of [
    ['custom_fields.Case ID', '.value'],
    ['custom_fields.Case ID.contain', '.contains'],
    ['custom_fields.No. of people', '.value'],
  ] as const) {
    it(`needs a condition after the name: ${key}`, async () => {
      const error = await failureOf(() => resolve({ [key]: 'x' }));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.fix).to.include(meant);
      expect(fake.sent()).to.eql([]);
    });
  }
});
