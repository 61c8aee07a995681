import { expect } from 'chai';
import { readRecord } from '../../src/call/read-record.js';
import { writeRecord } from '../../src/call/write-record.js';
import { freshConfiguration } from '../support/fake-asana.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

describe('an operation on a single record', () => {
  const { asana, captured, run } = useFakeRun();

  it('sends what the job gives, in the form that Asana wants', async () => {
    asana.answer({ body: { data: { gid: '5' } } });
    const { data, references, response } = await run(
      readRecord('getSection', [(state: any) => state.data.section], {
        opt_fields: ['name', 'project.name'],
        opt_pretty: true,
      }),
      { data: { section: '7' } }
    );
    expect(asana.requests).to.eql([
      {
        method: 'GET',
        path: '/api/1.0/sections/7',
        query: { opt_fields: 'name,project.name', opt_pretty: 'true' },
      },
    ]);
    expect(data).to.eql({ gid: '5' });
    expect(references).to.eql([{ section: '7' }]);
    expect(response).to.include({ statusCode: 200 }).and.not.property('body');
  });

  it('wraps what is written, and turns Dates into what the field takes', async () => {
    asana.answer({ status: 201, body: { data: { gid: '5' } } });
    const noon = new Date('2026-03-05T12:00:00Z');
    await run(
      writeRecord(
        'createTimeTrackingEntry',
        ['7'],
        () => ({ duration_minutes: 30, entered_on: noon, at: noon }),
        { opt_fields: 'gid' }
      )
    );
    expect(asana.requests).to.eql([
      {
        method: 'POST',
        path: '/api/1.0/tasks/7/time_tracking_entries',
        query: { opt_fields: 'gid' },
        body: {
          data: {
            duration_minutes: 30,
            entered_on: '2026-03-05',
            at: '2026-03-05T12:00:00.000Z',
          },
        },
      },
    ]);
  });

  it('takes a project and a workspace by their names', async () => {
    asana.answer(
      { body: { data: [{ gid: '3', name: 'Relief' }] } },
      { body: { data: [{ gid: '7', name: 'Grievances' }] } },
      { body: { data: {} } },
      { body: { data: {} } }
    );
    const configuration = { ...freshConfiguration(), workspaceGid: 'Relief' };
    const state = { configuration };
    await run(readRecord('getProject', ['grievances']), state);
    await run(readRecord('getWorkspace', ['Relief']), state);
    expect(asana.requests.slice(2).map(({ path }) => path)).to.eql([
      '/api/1.0/projects/7',
      '/api/1.0/workspaces/3',
    ]);
  });

  it('sends no body where Asana takes none', async () => {
    asana.answer({ body: { data: {} } }, { body: { data: {} } });
    await run(writeRecord('approveAccessRequest', ['7']));
    await run(writeRecord('deleteSection', ['8']));
    expect(asana.requests).to.eql([
      { method: 'POST', path: '/api/1.0/access_requests/7/approve' },
      { method: 'DELETE', path: '/api/1.0/sections/8' },
    ]);
  });

  for (const [title, operation, message] of [
    [
      'a gid that is missing, by its name',
      readRecord('getUserForWorkspace', ['7', undefined]),
      'getUserForWorkspace: "userGid" is missing',
    ],
    [
      'a parameter that is required',
      readRecord('getUserTaskListForUser', ['me'], {}),
      'getUserTaskListForUser: "workspace" is missing in "params"',
    ],
    [
      'a parameter that Asana does not know',
      readRecord('getSection', ['7'], { optfields: 'name' }),
      'sections.getSection: "params" has no "optfields"',
    ],
    [
      'data that is missing',
      writeRecord('updateSection', ['7']),
      'updateSection: "data" must be an object',
    ],
    [
      'data in an envelope',
      writeRecord('updateSection', ['7'], { data: { name: 'New' } }),
      'updateSection: "data" is in an envelope of its own',
    ],
    [
      'data in an envelope with options',
      writeRecord('updateSection', ['7'], {
        data: { name: 'New' },
        options: { fields: ['name'] },
      }),
      'updateSection: "data" is in an envelope of its own',
    ],
  ] as const) {
    it(`names ${title}, and sends nothing`, async () => {
      const error = await failureOf(() => run(operation));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include(message);
      expect(asana.requests).to.eql([]);
    });
  }

  it('warns once of a field that Asana does not know, and sends it', async () => {
    asana.answer({ body: { data: {} } }, { body: { data: {} } });
    for (const gid of ['7', '8']) {
      await run(readRecord('getSection', [gid], { opt_fields: 'naem' }));
    }
    expect(captured.lines.filter(line => line.includes('naem'))).to.eql([
      'sections.getSection: Asana knows no field "naem" of a section. Did you mean "name"?',
    ]);
    expect(asana.requests[1]!.query).to.eql({ opt_fields: 'naem' });
  });

  it('takes them by their names in the query and in what is written too', async () => {
    asana.answer(
      { body: { data: [{ gid: '3', name: 'Relief' }] } },
      { body: { data: {} } },
      { body: { data: [{ gid: '7', name: 'Grievances' }] } },
      { body: { data: {} } }
    );
    const configuration = { ...freshConfiguration(), workspaceGid: '3' };
    const state = { configuration };
    await run(writeRecord('createTag', [], { workspace: 'Relief' }), state);
    await run(
      writeRecord('addProjectForTask', ['5'], { project: 'grievances' }),
      state
    );
    const posts = asana.requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ body }) => body)).to.eql([
      { data: { workspace: '3' } },
      { data: { project: '7' } },
    ]);
  });

  it('says that what is written comes before the query', async () => {
    const error = await failureOf(() =>
      run(
        writeRecord(
          'updateSection',
          ['7'],
          { opt_fields: 'name' },
          { name: 'New' }
        )
      )
    );
    expect(error.fix).to.include(
      'What is written comes before the query: sections.updateSection(sectionGid, { … }, { opt_fields: "…" }).'
    );
  });

  it('says which gid is missing before it looks at anything else', async () => {
    const error = await failureOf(() =>
      run(writeRecord('updateSection', [{ name: 'New' }]))
    );
    expect(error.message).to.include('sections.updateSection: "sectionGid"');
  });

  it('guesses which parameter was meant', async () => {
    const error = await failureOf(() =>
      run(readRecord('getSection', ['7'], { optfields: 'name' }))
    );
    expect(error.fix).to.include('Did you mean "opt_fields"?');
  });
});
