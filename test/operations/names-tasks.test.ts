import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  createTask,
  eachTask,
  execute,
  getTasks,
  updateTask,
} from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { field } from '../../src/util.js';
import { makeTasks, tell } from '../contract/make-tasks.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const board = 'Grievances – Lake Region';

describe('tasks with the names that people see in Asana', () => {
  let sandbox: Sandbox;
  let project: string;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  useFakeEnvironment();
  useCapturedConsole();

  let runs = 0;
  /** What a run knows is kept by its token: another token is another run. */
  const run = (...operations: Operation[]): Promise<State> => {
    const token = `run-${++runs}`;
    const [owner] = sandbox.asana.store.users.all();
    sandbox.asana.store.tokens.set(token, owner!);
    return execute(...operations)({
      configuration: { ...sandbox.configuration, token },
    });
  };
  const sent = () =>
    sandbox.requests.map(({ method, path }) =>
      `${method} ${path}`.replace('/api/1.0', '').replace(/\d{3,}/g, '…')
    );
  const settings = () =>
    sent().filter(line => line.endsWith('/custom_field_settings'));

  it('come about as a form describes them', async () => {
    const { data } = await run(
      createTask({
        name: 'LR-1',
        projects: [board],
        section: 'In review',
        tags: ['Urgent'],
        assignee: 'Joseph Okello',
        followers: ['María Quispe', 'joseph@riverside-relief.example'],
        custom_fields: {
          'Case ID': 42,
          category: 'staff_conduct',
          Channels: 'phone radio',
          'Reported on': '2026-03-05',
          'Amount claimed': '1250.50',
          'Case worker': ['Amina Diallo', 'maria@riverside-relief.example'],
          Severity: null,
          'Reported by form': undefined,
        },
      })
    );
    const valueOf = (name: string) => field(data, name);
    expect(valueOf('Case ID')).to.equal('42');
    expect(valueOf('Category')).to.equal('Staff conduct');
    expect(valueOf('Channels')).to.eql(['Phone', 'Radio']);
    expect(valueOf('Reported on')).to.equal('2026-03-05');
    expect(valueOf('Amount claimed')).to.equal(1250.5);
    expect(valueOf('Case worker')).to.eql(['Amina Diallo', 'María Quispe']);
    expect(valueOf('Severity')).to.equal(null);
    expect(data.memberships[0].section.name).to.equal('In review');
    expect(data.assignee.name).to.equal('Joseph Okello');
    expect(data.tags[0].name).to.equal('urgent');
    expect(data.followers).to.have.length.above(1);
    expect(sent()).to.eql([
      'GET /workspaces',
      'GET /workspaces/…/projects',
      'GET /projects/…/custom_field_settings',
      'GET /projects/…',
      'GET /users',
      'GET /projects/…/sections',
      'GET /workspaces/…/tags',
      'POST /tasks',
    ]);
  });

  it('need one read of the fields for a hundred of them', async () => {
    await run(
      ...Array.from({ length: 100 }, (_, row) =>
        createTask({
          name: `LR-${row}`,
          projects: [project],
          custom_fields: { 'Case ID': row, Category: 'Water' },
        })
      )
    );
    expect(settings()).to.have.length(1);
    expect(sent()).to.have.length(101);
  });

  it('share that read when they are made at the same time', async () => {
    await run(state =>
      Promise.all(
        Array.from({ length: 20 }, (_, row) =>
          createTask({
            name: `LR-${row}`,
            projects: [project],
            custom_fields: { Category: 'Water' },
          })(state)
        )
      ).then(() => state)
    );
    expect(sent()).to.have.length(21);
    expect(settings()).to.have.length(1);
  });

  it('need no other request than before when there are gids only', async () => {
    const fields = sandbox.asana.store.customFields.all();
    const { sections } = sandbox.asana.store.projects.all()[0]!;
    const custom_fields = {
      [fields[0]!.gid]: 'LR-1',
      [fields[1]!.gid]: fields[1]!.enum_options[0]!.gid,
    };
    await run(
      createTask({
        name: 'LR-1',
        assignee: 'me',
        memberships: [{ project, section: sections[1]!.gid }],
        custom_fields,
      }),
      updateTask(state => state.data.gid, { custom_fields }),
      getTasks(project),
      eachTask(project, {}, () => {})
    );
    expect(sent()).to.have.length(4);
  });

  it('are not made, nor anything sent for them, when a name or value is wrong', async () => {
    for (const [custom_fields, code] of [
      [{ 'Case Number': '1' }, 'UNKNOWN_NAME'],
      [{ Category: 'Wather' }, 'UNKNOWN_NAME'],
      [{ 'Amount claimed': '1,250' }, 'INVALID_VALUE'],
    ] as const) {
      const error = await failureOf(() =>
        run(createTask({ name: 'LR-1', projects: [project], custom_fields }))
      );
      expect(error.code).to.equal(code);
      expect(error.message).to.match(/^createTask: /);
    }
    expect(sandbox.asana.store.tasks.all()).to.eql([]);
    expect(sent().filter(line => line.startsWith('POST'))).to.eql([]);
  });

  it('say that two fields have the same name', async () => {
    const twin = await tell(sandbox, 'POST', '/custom_fields', {
      workspace: sandbox.asana.store.workspaces.all()[0]!.gid,
      resource_subtype: 'text',
      name: 'case id',
    });
    await tell(sandbox, 'POST', `/projects/${project}/addCustomFieldSetting`, {
      custom_field: twin.gid,
    });
    const create = (name: string) =>
      run(
        createTask({
          name: 'LR-1',
          projects: [project],
          custom_fields: { [name]: '1' },
        })
      );
    const error = await failureOf(() => create('CASE ID'));
    expect(error.code).to.equal('AMBIGUOUS_NAME');
    expect(error.fix).to.include(twin.gid);
    const { data } = await create('Case ID');
    expect(data.custom_fields[0].text_value).to.equal('1');
  });

  it('have the section of their first project when they are in several', async () => {
    const { data } = await run(
      createTask({
        name: 'LR-1',
        projects: [board, 'Grievances – River Delta'],
        section: 'Resolved',
      })
    );
    expect(
      data.memberships.map((each: any) => [
        each.project.name,
        each.section.name,
      ])
    ).to.eql([
      [board, 'Resolved'],
      ['Grievances – River Delta', 'New'],
    ]);
  });

  it('are not bothered by a section that a form left empty', async () => {
    const { data } = await run(
      createTask({ name: 'LR-1', projects: [project], section: '' })
    );
    expect(data.memberships[0].section.name).to.equal('New');
  });

  it('are changed by names too, after one look where the task is', async () => {
    const [gid] = await makeTasks(sandbox, project, ['LR-1']);
    const { data } = await run(
      updateTask(gid!, {
        assignee: 'Joseph Okello',
        custom_fields: { severity: 'HIGH', 'Amount claimed': 3 },
      })
    );
    expect(field(data, 'Severity')).to.equal('High');
    expect(data.assignee.name).to.equal('Joseph Okello');
    expect(sent()).to.eql([
      'GET /tasks/…',
      'GET /projects/…/custom_field_settings',
      'GET /users',
      'PUT /tasks/…',
    ]);
  });

  it('are changed without a look when a form gives no names, and take its words', async () => {
    const [gid] = await makeTasks(sandbox, project, ['LR-1']);
    const { data } = await run(
      updateTask(gid!, { name: 7, completed: 'true', section: '' })
    );
    expect([data.name, data.completed]).to.eql(['7', true]);
    expect(sent()).to.eql(['PUT /tasks/…']);
  });

  it('are not moved to a section by an update, which says what does it', async () => {
    const error = await failureOf(() =>
      run(updateTask('5', { section: 'In review', assignee: 'Amina Diallo' }))
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.fix).to.include('upsertTask').and.include('/addTask');
    expect(sent()).to.eql([]);
  });

  it('are read by the name of their project', async () => {
    await makeTasks(sandbox, project, ['LR-1', 'LR-2']);
    const seen: string[] = [];
    const { references } = await run(
      getTasks(board, { opt_fields: 'name' }),
      eachTask(board, {}, (_, task) => void seen.push(task.name))
    );
    expect(references?.at(-1)).to.have.length(2);
    expect(seen).to.have.members(['LR-1', 'LR-2']);
    expect(sent()).to.have.length(2 + 2);
    const error = await failureOf(() => run(getTasks('Lake Region')));
    expect(error.code).to.equal('UNKNOWN_NAME');
  });

  it('have the fields of the parent’s projects when they are subtasks', async () => {
    const [parent] = await makeTasks(sandbox, project, ['LR-1']);
    const error = await failureOf(() =>
      run(createTask({ name: 'Visit', parent, custom_fields: { Sevrity: 1 } }))
    );
    expect(error.fix).to.include('"Severity"');
    expect(sent()).to.have.length(2);
    const { data } = await run(
      createTask({ name: 'Visit', parent, assignee: 'Amina Diallo' })
    );
    expect(data.assignee.name).to.equal('Amina Diallo');
  });

  it('have those fields too when subtasks are changed', async () => {
    const [parent] = await makeTasks(sandbox, project, ['LR-1']);
    const { gid } = await tell(sandbox, 'POST', '/tasks', {
      name: 'Visit',
      parent,
    });
    const error = await failureOf(() =>
      run(updateTask(gid, { custom_fields: { Sevrity: 'High' } }))
    );
    expect(error.fix).to.include('"Severity"');
    expect(sent()).to.eql([
      'GET /tasks/…',
      'GET /projects/…/custom_field_settings',
    ]);
  });
});
