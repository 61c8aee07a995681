import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  createTask,
  execute,
  searchTask,
  searchTasks,
} from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const lake = 'Grievances – Lake Region';
const delta = 'Grievances – River Delta';

describe('searches with the names that people see in Asana', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox({ searchLagMs: 0 });
  });
  after(() => sandbox.close());
  useFakeEnvironment();
  useCapturedConsole();
  beforeEach(async () => {
    sandbox.reset();
    const task = (name: string, project: string, more: object) =>
      createTask({ name, projects: [project], ...more });
    await run(
      task('LR-1', lake, { custom_fields: { Category: 'Water' } }),
      task('LR-2', lake, {
        section: 'Resolved',
        custom_fields: { Category: 'Land', 'Case ID': 'A-2' },
      }),
      task('RD-1', delta, {
        assignee: 'Joseph Okello',
        tags: ['urgent'],
        custom_fields: { Category: 'Water', 'Amount claimed': 12 },
      })
    );
  });

  const run = (...operations: Operation[]): Promise<State> =>
    execute(...operations)({
      configuration: {
        ...sandbox.configuration,
        workspaceGid: 'Riverside Relief',
      },
    });
  const found = async (operation: Operation) => {
    const { data } = await run(operation);
    return data.map(({ name }: { name: string }) => name).sort();
  };

  for (const [title, query, names] of [
    [
      'an option',
      { 'custom_fields.Category.value': 'water' },
      ['LR-1', 'RD-1'],
    ],
    ['a text', { 'custom_fields.Case ID.value': 'A-2' }, ['LR-2']],
    ['a number', { 'custom_fields.amount_claimed.greater_than': 5 }, ['RD-1']],
    ['a project', { 'projects.any': lake }, ['LR-1', 'LR-2']],
    [
      'a section of a project',
      { 'projects.all': lake, 'sections.any': 'Resolved' },
      ['LR-2'],
    ],
    ['a tag', { 'tags.any': ['Urgent'] }, ['RD-1']],
    ['a person', { 'assignee.any': 'joseph okello' }, ['RD-1']],
    [
      'a field in a project',
      { 'projects.any': lake, 'custom_fields.Category.value': 'Water' },
      ['LR-1'],
    ],
  ] as const) {
    it(`find tasks by ${title}, with searchTask and searchTasks`, async () => {
      expect(await found(searchTask('', query))).to.eql(names);
      expect(await found(searchTasks(query))).to.eql(names);
    });
  }

  it('do not search when a name is unknown', async () => {
    for (const query of [
      { 'custom_fields.Categories.value': 'Water' },
      { 'custom_fields.Category.value': 'Watr' },
      { 'projects.any': 'Lake' },
      { 'tags.not': 'urgnt' },
    ]) {
      for (const operation of [searchTask('', query), searchTasks(query)]) {
        const before = sandbox.requests.length;
        const error = await failureOf(() => run(operation));
        expect(error.code).to.equal('UNKNOWN_NAME');
        const paths = sandbox.requests.slice(before).map(({ path }) => path);
        expect(paths.filter(path => path.endsWith('/search'))).to.eql([]);
      }
    }
  });

  it('need no other request than before when there are gids only', async () => {
    const { gid } = sandbox.asana.store.workspaces.all()[0]!;
    const before = sandbox.requests.length;
    await run(
      searchTask(
        'LR',
        { 'assignee.any': 'me', 'projects.any': '12' },
        { workspaceGid: gid }
      )
    );
    expect(sandbox.requests).to.have.length(before + 1);
  });

  it('say which workspaces there are when its name is wrong', async () => {
    const error = await failureOf(() =>
      run(searchTask('LR', {}, { workspaceGid: 'Riverside' }))
    );
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.fix).to.include('"Riverside Relief"');
  });
});
