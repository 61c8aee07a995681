import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  batch,
  createTask,
  createTaskStory,
  deleteTask,
  updateTask,
  upsertTask,
  upsertTasks,
} from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import { environment } from '../../src/http/environment.js';
import type { Report } from '../../src/sync/report.js';
import type { Operation } from '../../src/types.js';
import { makeTasks, tell } from '../contract/make-tasks.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('the upserts of a run', () => {
  let sandbox: Sandbox;
  let project: string;
  const captured = useCapturedConsole();
  const time = useFakeEnvironment();

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });

  const run = async (operation: Operation) =>
    (await operation({ configuration: sandbox.configuration })).data;
  /** What was sent since the mark. */
  const sent = (mark = 0) =>
    sandbox.requests
      .slice(mark)
      .map(({ method, path }) =>
        `${method} ${path.replace('/api/1.0', '')}`.replace(/\d{16}/g, '…')
      );
  const mark = () => sandbox.requests.length;
  const named = (name: string) =>
    sandbox.asana.store.tasks.all().filter(task => task.name === name);
  const listing = 'GET /projects/…/tasks';

  describe('upsertTasks', () => {
    it('creates what is missing, writes only what differs, and leaves the rest', async () => {
      const [, changed] = await makeTasks(sandbox, project, ['A', 'B']);
      const data = await run(
        upsertTasks(
          project,
          [
            { name: 'A', notes: '' },
            { name: 'B', notes: 'new' },
            { name: 'C', notes: 'x' },
          ],
          { externalId: 'name' }
        )
      );
      expect(data.summary).to.include({ created: 1, updated: 1, unchanged: 1 });
      expect(data.updated).to.eql([
        { row: 2, key: 'B', gid: changed, changed: ['notes'] },
      ]);
      expect(sent().sort()).to.eql([
        'GET /projects/…/task_counts',
        listing,
        'POST /tasks',
        'PUT /tasks/…',
      ]);
      expect(named('C')[0]?.notes).to.equal('x');
    });

    it('sends nothing but the reading when it runs again', async () => {
      const rows = [
        {
          name: 'LR-1',
          section: 'In review',
          tags: ['Urgent'],
          assignee: 'Amina Diallo',
          custom_fields: {
            severity: 'high',
            Channels: 'radio phone',
            'Amount claimed': '12.504',
            'Reported on': '2026-05-01',
            'Case worker': 'joseph@riverside-relief.example',
          },
        },
      ];
      const options = { externalId: 'name', createMissingTags: true };
      await run(upsertTasks(project, rows, options));
      forgetClients();
      const before = mark();
      const data = await run(upsertTasks(project, rows, options));
      expect(data.summary).to.include({ unchanged: 1, updated: 0 });
      expect(sent(before).filter(line => !line.startsWith('GET'))).to.eql([]);
    });

    it('tells of the rows that failed after all others were written', async () => {
      const rows = [
        { name: 'A', custom_fields: { Severity: 'Hihg' } },
        { notes: 'no name' },
        'a text',
        { name: 'B', due_on: 'tomorrow' },
        { name: 'C' },
      ];
      const options = { externalId: 'name' };
      const error = await failureOf(() =>
        run(upsertTasks(project, rows as object[], options))
      );
      expect(error.code).to.equal('ROWS_FAILED');
      expect(error.message).to.match(/^upsertTasks: 4 of 5 rows failed/);
      const { failed, created } = error.report as Report;
      expect(failed.map(({ row, code }) => [row, code])).to.eql([
        [1, 'UNKNOWN_NAME'],
        [2, 'MISSING_KEY'],
        [3, 'INVALID_ARGUMENT'],
        [4, 'REFUSED'],
      ]);
      expect(failed[0]?.message).to.match(/row 1: .*Hihg/);
      expect(failed[0]?.fix).to.include('High');
      expect(created.map(({ key }) => key)).to.eql(['C']);
    });

    it('leaves the failed rows in the report when it is told to go on', async () => {
      const data = await run(
        upsertTasks(project, [{ notes: 'x' }], {
          externalId: 'name',
          failOnError: false,
        })
      );
      expect(data.failed).to.have.length(1);
    });

    it('writes the last of several rows with one key', async () => {
      const rows = ['one', 'two'].map(notes => ({ name: 'A', notes }));
      const data = await run(
        upsertTasks(project, rows, { externalId: 'name' })
      );
      expect(data.superseded).to.eql([{ row: 1, key: 'A', by: 2 }]);
      expect(named('A').map(({ notes }) => notes)).to.eql(['two']);
    });

    it('updates the oldest of several tasks with one key, and names them all', async () => {
      const gids = await makeTasks(sandbox, project, ['A', 'A']);
      const data = await run(
        upsertTasks(project, [{ name: 'A', notes: 'x' }], {
          externalId: 'name',
        })
      );
      expect(data.duplicates).to.eql([{ key: 'A', gids }]);
      expect(data.updated[0].gid).to.equal(gids[0]);
      expect(captured.lines.join('\n')).to.match(/2 tasks have the key "A"/);
    });

    it('only says what it would do in a dry run', async () => {
      await makeTasks(sandbox, project, ['A']);
      const data = await run(
        upsertTasks(
          project,
          [
            { name: 'A', tags: ['new tag'] },
            { name: 'B', section: 'New section', parent: 'C' },
            { name: 'C', custom_fields: { Severity: 'Extreme' } },
          ],
          {
            externalId: 'name',
            dryRun: true,
            createMissingTags: true,
            createMissingSections: true,
            createMissingOptions: true,
          }
        )
      );
      expect(data.summary).to.include({ created: 2, updated: 1, dryRun: true });
      expect(data.created[0]).to.eql({ row: 3, key: 'C' });
      expect(sent().filter(line => !line.startsWith('GET'))).to.eql([]);
    });

    it('leaves alone what exists when it only creates', async () => {
      await makeTasks(sandbox, project, ['A']);
      const data = await run(
        upsertTasks(project, [{ name: 'A', notes: 'x' }, { name: 'B' }], {
          externalId: 'name',
          onExisting: 'skip',
        })
      );
      expect(data.summary).to.include({ skipped: 1, created: 1, updated: 0 });
      expect(named('A')[0]?.notes).to.equal('');
    });

    it('begins nothing more when the time is over, and goes on in the next run', async () => {
      const rows = Array.from({ length: 200 }, (_, index) => ({
        name: `case ${index}`,
      }));
      const options = { externalId: 'name', maxDuration: 60 };
      sandbox.faults.add({
        match: { method: 'POST', nth: 1 },
        fault: { type: 'rate-limit', retryAfter: 61 },
      });
      const first = await run(upsertTasks(project, rows, options));
      expect(time.now()).to.be.least(61_000);
      expect(first.remaining.length).to.be.within(100, 199);
      expect(first.created.length + first.remaining.length).to.equal(200);
      const second = await run(upsertTasks(project, rows, options));
      expect(second.summary).to.include({ remaining: 0, failed: 0 });
      expect(sandbox.asana.store.tasks.all()).to.have.length(200);
    });

    it('stops when the token is refused, and says it of every row', async () => {
      const rows = Array.from({ length: 300 }, (_, index) => ({
        name: `case ${index}`,
      }));
      sandbox.faults.add({
        match: { method: 'POST' },
        fault: { type: 'error', status: 401 },
      });
      const data = await run(
        upsertTasks(project, rows, { externalId: 'name', failOnError: false })
      );
      expect(data.failed).to.have.length(300);
      expect(sent().length).to.be.below(100);
    });

    it('ends at once when the names cannot be read, whatever the rows are', async () => {
      sandbox.faults.add({
        match: { path: /custom_field_settings/ },
        fault: { type: 'error', status: 401 },
      });
      const rows = Array.from({ length: 50 }, (_, index) => ({
        name: `case ${index}`,
        custom_fields: { Severity: 'High' },
      }));
      const error = await failureOf(() =>
        run(
          upsertTasks(project, rows, { externalId: 'name', failOnError: false })
        )
      );
      expect(error.statusCode).to.equal(401);
      expect(sent()).to.have.length(1);
    });

    it('makes subtasks below other rows, and finds them again', async () => {
      const rows = [
        { name: 'child', parent: 'mother', notes: 'x' },
        { name: 'grandchild', parent: 'child' },
        { name: 'mother' },
      ];
      const options = { externalId: 'name' };
      await run(upsertTasks(project, rows, options));
      const [child] = named('child');
      expect(child?.parent?.gid).to.equal(named('mother')[0]?.gid);
      expect(named('grandchild')[0]?.parent?.gid).to.equal(child?.gid);
      for (const again of ['in the same run', 'in the next run']) {
        const data = await run(upsertTasks(project, rows, options));
        expect(data.summary, again).to.include({ unchanged: 3, created: 0 });
        forgetClients();
      }
    });

    it('uploads the files that a task has none of by their name', async () => {
      const options = { externalId: 'name' };
      const file = (name: string) => ({ name, content: `this is ${name}` });
      const first = [file('a.txt'), file('a.txt')];
      await run(
        upsertTasks(project, [{ name: 'A', attachments: first }], options)
      );
      const data = await run(
        upsertTasks(
          project,
          [{ name: 'A', attachments: [file('a.txt'), file('b.txt')] }],
          options
        )
      );
      expect(data.updated[0].changed).to.eql(['attachments']);
      expect(
        sandbox.asana.store.attachments.all().map(({ name }) => name)
      ).to.eql(['a.txt', 'b.txt']);
    });

    it('uploads the files after one that cannot be read', async () => {
      const attachments = [
        { name: 'empty.txt', content: '' },
        { name: 'b.txt', content: 'this is b' },
      ];
      const data = await run(
        upsertTasks(project, [{ name: 'A', attachments }], {
          externalId: 'name',
          failOnError: false,
        })
      );
      expect(data.failed[0].gid).to.equal(named('A')[0]?.gid);
      expect(
        sandbox.asana.store.attachments.all().map(({ name }) => name)
      ).to.eql(['b.txt']);
    });

    it('refuses a file without a name, which every run would upload again', async () => {
      const attachments = [{ url: 'https://kobo.example/photo' }];
      const error = await failureOf(() =>
        run(
          upsertTasks(project, [{ name: 'A', attachments }], {
            externalId: 'name',
          })
        )
      );
      expect(error.message).to.match(/row 1: .*"name"/);
    });

    it('has a report below a megabyte for 10,000 rows', async function () {
      // Large, and not fast on a busy machine.
      this.timeout(120_000);
      const rows = Array.from({ length: 10_000 }, (_, index) => ({
        name: `Case number ${index}`,
        custom_fields: { Severity: 'none of these' },
      }));
      const data = await run(
        upsertTasks(project, rows, { externalId: 'name', failOnError: false })
      );
      expect(data.failed).to.have.length(10_000);
      expect(JSON.stringify(data).length).to.be.below(1_000_000);
    });

    it('creates a task again that somebody deleted in the meantime', async () => {
      const options = { externalId: 'name' };
      const rows = [{ name: 'A', notes: 'x' }];
      await run(upsertTasks(project, rows, options));
      sandbox.reset();
      const data = await run(
        upsertTasks(project, [{ name: 'A', notes: 'y' }], options)
      );
      expect(data.summary).to.include({ created: 1, failed: 0 });
      expect(named('A')).to.have.length(1);
    });
  });

  describe('share what they read of a project', () => {
    const upsert = (name: string, more: object = {}) =>
      run(
        upsertTask(project, {
          externalId: 'name',
          data: { name, projects: [project] },
          ...more,
        })
      );
    const listings = (from: number) =>
      sent(from).filter(line => line === listing).length;

    it('reading it once for many upserts of the run', async () => {
      await makeTasks(sandbox, project, ['A']);
      for (const name of ['A', 'B', 'A', 'B', 'C']) await upsert(name);
      expect(sent()).to.eql([
        listing,
        'PUT /tasks/…',
        'POST /tasks',
        'PUT /tasks/…',
        'PUT /tasks/…',
        'POST /tasks',
      ]);
      expect(named('B')).to.have.length(1);
    });

    it('making one task when two upserts of one key run at once', async () => {
      await Promise.all([upsert('A'), upsert('A'), upsert('A')]);
      expect(named('A')).to.have.length(1);
    });

    const writes: [string, () => Promise<unknown>][] = [
      ['an update of the key', () => run(updateTask(gid(), { name: 'B' }))],
      [
        'a new task in the project',
        () => run(createTask({ name: 'B', projects: [project] })),
      ],
      [
        'a batch',
        () =>
          run(
            batch([
              {
                method: 'POST',
                path: '/tasks',
                data: { name: 'B', projects: [project] },
              },
            ])
          ),
      ],
    ];
    const gid = () => named('A')[0]!.gid;
    for (const [title, write] of writes) {
      it(`reading it again after ${title}, so that nothing is made twice`, async () => {
        await upsert('A');
        await write();
        await upsert('B');
        expect(named('B')).to.have.length(1);
      });
    }

    it('creating again what the run deleted, without reading', async () => {
      await upsert('A');
      await run(deleteTask(gid()));
      const before = mark();
      await upsert('A');
      expect(sent(before)).to.eql(['POST /tasks']);
    });

    it('not reading again after a comment', async () => {
      await upsert('A');
      await run(createTaskStory(gid(), { text: 'seen' }));
      const before = mark();
      await upsert('A');
      expect(listings(before)).to.equal(0);
    });

    it('reading it again after five minutes, as people edit it too', async () => {
      await upsert('A');
      await tell(sandbox, 'POST', '/tasks', { name: 'B', projects: [project] });
      await environment.sleep(5 * 60_000 + 1);
      await upsert('B');
      expect(named('B')).to.have.length(1);
    });

    it('not with another credential', async () => {
      await upsert('A');
      forgetClients();
      const before = mark();
      await upsert('A');
      expect(listings(before)).to.equal(1);
    });
  });

  describe('upsertTask', () => {
    it('takes names, and keeps section, tags and followers in step', async () => {
      const row = {
        name: 'A',
        section: 'Resolved',
        tags: ['Urgent'],
        followers: ['Joseph Okello'],
        custom_fields: { 'Case ID': 'LR-7', Severity: 'low' },
      };
      const params = {
        externalId: 'Case ID',
        createMissingTags: true,
        data: row,
      };
      await run(upsertTask('Grievances – Lake Region', params));
      await run(
        upsertTask(project, {
          ...params,
          data: { ...row, section: 'New', tags: [] },
        })
      );
      const [task] = named('A');
      expect(named('A')).to.have.length(1);
      expect(task?.tags).to.eql([]);
    });

    it('has no dry run, and says so before it writes', async () => {
      const params = { externalId: 'name', dryRun: true, data: { name: 'A' } };
      const error = await failureOf(() => run(upsertTask(project, params)));
      expect(error.message).to.include('"dryRun"');
      expect(sent()).to.eql([]);
    });

    it('leaves a task alone with onExisting: "skip", without another request', async () => {
      const [gid] = await makeTasks(sandbox, project, ['A']);
      const data = await run(
        upsertTask(project, {
          externalId: 'name',
          onExisting: 'skip',
          data: { name: 'A', notes: 'x' },
        })
      );
      expect(data).to.eql({ gid, name: 'A' });
      expect(sent()).to.eql([listing]);
    });
  });
});
