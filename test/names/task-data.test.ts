import { expect } from 'chai';
import { namesFor } from '../../src/names/names.js';
import {
  resolveTaskData,
  type TaskContext,
} from '../../src/names/task-data.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { fakeBoard } from './fake-board.js';

describe('the data of a task', () => {
  useCapturedConsole();
  let fake = fakeBoard();
  beforeEach(() => {
    fake = fakeBoard();
  });

  const resolve = (
    data: Record<string, unknown>,
    context: Partial<TaskContext> = {}
  ) =>
    resolveTaskData(namesFor(fake.send), data, {
      operation: 'createTask',
      projects: ['1'],
      ...context,
    });
  const refusal = (
    data: Record<string, unknown>,
    context?: Partial<TaskContext>
  ) => failureOf(() => resolve(data, context));

  it('comes back as it is, without a request, when it has gids only', async () => {
    const data = {
      name: 'Pump',
      notes: undefined,
      projects: ['1', 2],
      memberships: [{ project: '1', section: '11' }, { project: '2' }],
      section: '11',
      tags: ['31', 32],
      followers: ['me', 'amina@example.org', '41'],
      assignee: 'joseph@example.org',
      assignee_section: '77',
      workspace: '3',
      parent: '5',
      custom_fields: { 101: 5, 103: '1031', 999: { odd: [true] } },
    };
    expect(await resolve(data, { projects: [] })).to.eql(data);
    expect(fake.sent()).to.eql([]);
  });

  it('has text and answers where Asana refuses the number or word of a form', async () => {
    const asked = { name: 12, notes: 3.5, completed: ' True ' };
    expect(await resolve(asked)).to.eql({
      name: '12',
      notes: '3.5',
      completed: true,
    });
    expect(await resolve({ completed: 'false' })).to.eql({ completed: false });
    for (const data of [
      { name: 'A', notes: '', completed: true },
      { name: null, notes: undefined, completed: null },
      { name: NaN, notes: [1], completed: 'maybe' },
      { start_on: 5 },
    ]) {
      expect(await resolve(data)).to.eql(data);
    }
  });

  it('may have gids and addresses with commas between, as before', async () => {
    const data = {
      projects: '1,2',
      tags: '31, 32',
      followers: 'amina@example.org,me,41',
    };
    expect(await resolve(data)).to.eql(data);
    expect(fake.sent()).to.eql([]);
  });

  it('finds a section in a project that is given as a number', async () => {
    expect(
      await resolve({ memberships: [{ project: 2, section: 'New' }] })
    ).to.eql({ memberships: [{ project: 2, section: '21' }] });
  });

  for (const assignee of [null, 'me', 'amina@example.org', '41', 41, '']) {
    it(`leaves the assignee ${JSON.stringify(assignee)} to Asana`, async () => {
      expect(await resolve({ assignee })).to.eql({ assignee });
      expect(fake.sent()).to.eql([]);
    });
  }

  it('has the gids of fields in place of their names, and values that Asana takes', async () => {
    expect(
      await resolve({
        name: 'Pump',
        custom_fields: {
          'Case ID': 42,
          amount: '12.50',
          Category: 'water',
          Channels: 'phone home_visit',
          reported_on: '2026-03-05',
          'Case worker': ['Amina Diallo', 'me'],
        },
      })
    ).to.eql({
      name: 'Pump',
      custom_fields: {
        101: '42',
        102: 12.5,
        103: '1031',
        104: ['1041', '1043'],
        105: { date: '2026-03-05' },
        106: ['41', 'me'],
      },
    });
    expect(fake.sent()).to.eql([
      'GET /projects/1/custom_field_settings',
      'GET /projects/1',
      'GET /users',
    ]);
  });

  it('leaves the value of a field that is given by its gid, beside names too', async () => {
    expect(
      await resolve({
        custom_fields: { 102: '12.50', 555: {}, 'Case ID': 'A' },
      })
    ).to.eql({ custom_fields: { 102: '12.50', 555: {}, 101: 'A' } });
  });

  it('leaves out what is undefined, and reads nothing for it', async () => {
    expect(
      await resolve({ custom_fields: { Nothing: undefined, 102: 1 } })
    ).to.eql({ custom_fields: { 102: 1 } });
    expect(fake.sent()).to.eql([]);
  });

  it('reads the settings once for a thousand rows', async () => {
    await Promise.all(
      Array.from({ length: 1000 }, (_, row) =>
        resolve({ custom_fields: { 'Case ID': row, Category: 'Water' } })
      )
    );
    expect(fake.sent()).to.eql(['GET /projects/1/custom_field_settings']);
  });

  it('knows the fields of all its projects', async () => {
    expect(
      await resolve(
        { custom_fields: { 'Case ID': 'A', Village: 'B' } },
        { projects: ['1', '2'] }
      )
    ).to.eql({ custom_fields: { 101: 'A', 201: 'B' } });
    const error = await refusal(
      { custom_fields: { AMOUNT: 1 } },
      { projects: ['1', '2'] }
    );
    expect(error.code).to.equal('AMBIGUOUS_NAME');
    expect(error.message).to.include('"Amount" (102), "amount" (202)');
  });

  it('says of a field that it is not on the project, and how to add it', async () => {
    const error = await refusal({ custom_fields: { 'Case IDs': 'A' } });
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.message).to.equal(
      'createTask: there is no custom field "Case IDs" on the project 1'
    );
    expect(error.fix).to.include('"Case ID"').and.include('Customize');
  });

  it('refuses a field that is given twice', async () => {
    for (const custom_fields of [
      { 'Case ID': 'A', case_id: 'B' },
      { 101: 'A', case_id: 'B' },
    ]) {
      const error = await refusal({ custom_fields });
      expect(error.message).to.include('"Case ID" is given twice');
    }
  });

  it('needs a project for the name of a field or a section', async () => {
    for (const data of [{ custom_fields: { A: 1 } }, { section: 'New' }]) {
      const error = await refusal(data, { projects: [] });
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.fix).to.include('projects: ["…"]');
    }
    expect(fake.sent()).to.eql([]);
  });

  it('has the gids of tags, people and the section', async () => {
    expect(
      await resolve({
        section: 'in_review',
        tags: ['Urgent', '2024', '99', '31'],
        followers: ['amina diallo', 'me'],
        assignee: 'Amina Diallo',
      })
    ).to.eql({
      section: '12',
      tags: ['31', '32', '99'],
      followers: ['41', 'me'],
      assignee: '41',
    });
    expect(fake.sent()).to.eql([
      'GET /projects/1/sections',
      'GET /projects/1',
      'GET /workspaces/3/tags',
      'GET /users',
    ]);
  });

  it('takes a single tag that is no list', async () => {
    expect(await resolve({ tags: 'urgent' })).to.eql({ tags: ['31'] });
  });

  it('does not choose between two people of one name', async () => {
    const error = await refusal({ assignee: 'Joseph Okello' });
    expect(error.code).to.equal('AMBIGUOUS_NAME');
    expect(error.fix).to.include('(42)').and.include('(43)');
  });

  it('finds projects in the workspace, and sections in their project', async () => {
    expect(
      await resolve(
        {
          projects: ['lake region'],
          memberships: [{ project: 'Health / WASH, north', section: 'New' }],
          workspace: 'Riverside Relief',
        },
        { projects: [] }
      )
    ).to.eql({
      projects: ['1'],
      memberships: [{ project: '2', section: '21' }],
      workspace: '3',
    });
  });

  it('looks in the workspace of the project, whatever the credential says', async () => {
    await resolve({ tags: ['urgent'] }, { workspaceGid: '8' });
    expect(fake.sent()).to.eql(['GET /projects/1', 'GET /workspaces/3/tags']);
  });

  it('creates what is missing only where that is asked for', async () => {
    const data = {
      custom_fields: { Category: 'Payment', Channels: ['Phone', 'Letter'] },
      section: 'Closed',
      tags: ['photo'],
    };
    const create = { options: true, tags: true, sections: true };
    const [one, two] = await Promise.all([
      resolve(data, { create }),
      resolve(data, { create }),
    ]);
    expect(two).to.eql(one);
    expect(fake.sent().filter(line => line.startsWith('POST'))).to.eql([
      'POST /custom_fields/103/enum_options',
      'POST /custom_fields/104/enum_options',
      'POST /projects/1/sections',
      'POST /tags',
    ]);
    expect(one.custom_fields).to.have.nested.property('104.length', 2);

    for (const [part, option] of [
      ['section', 'createMissingSections'],
      ['tags', 'createMissingTags'],
    ] as const) {
      const error = await refusal({ [part]: ['Elsewhere'][0] }, { create: {} });
      expect(error.code).to.equal('UNKNOWN_NAME');
      expect(error.fix).to.include(option);
    }
    const error = await refusal(
      { custom_fields: { Category: 'Elsewhere' } },
      { create: {} }
    );
    expect(error.fix).to.include('createMissingOptions');
  });

  it('creates nothing in a dry run, and has something in its place', async () => {
    const create = { options: true, tags: true, sections: true };
    expect(
      await resolve(
        {
          custom_fields: { Category: 'Payment', Channels: ['Phone', 'Letter'] },
          section: 'Closed',
          tags: ['photo'],
        },
        { create, isDryRun: true }
      )
    ).to.eql({
      custom_fields: { 103: 'new:Payment', 104: ['1041', 'new:Letter'] },
      section: 'new:Closed',
      tags: ['new:photo'],
    });
    expect(fake.sent().filter(line => line.startsWith('POST'))).to.eql([]);
  });

  it('does not create a disabled option again, nor options of a text that may be one or several', async () => {
    const create = { options: true };
    const disabled = await refusal(
      { custom_fields: { Category: 'Land' } },
      { create }
    );
    expect(disabled.message).to.include('disabled');
    const unclear = await refusal(
      { custom_fields: { Channels: 'phone letter' } },
      { create }
    );
    expect(unclear.fix).to.include('give a list');
    expect(fake.sent()).to.have.length(1);
  });

  it('creates an option of one choice with blanks in its name', async () => {
    await resolve(
      { custom_fields: { Category: 'Food aid' } },
      { create: { options: true } }
    );
    expect(fake.send.requests[1]!.body).to.eql({ data: { name: 'Food aid' } });
  });
});
