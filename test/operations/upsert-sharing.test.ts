import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  deleteTask,
  updateTask,
  upsertTask,
  upsertTasks,
} from '../../src/Adaptor.js';
import type { Operation } from '../../src/types.js';
import { makeTasks } from '../contract/make-tasks.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('what the upserts of a run know of a task', () => {
  let sandbox: Sandbox;
  let project: string;
  let gid: string;
  useCapturedConsole();
  useFakeEnvironment();

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
    [gid] = (await makeTasks(sandbox, project, ['A'])) as [string];
  });

  const run = async (operation: Operation) =>
    (await operation({ configuration: sandbox.configuration })).data;
  const sync = (row: object) =>
    run(
      upsertTasks(project, [{ name: 'A', ...row }], {
        externalId: 'name',
        createMissingTags: true,
        failOnError: false,
      })
    );
  const upsert = (data: object) =>
    run(
      upsertTask(project, {
        externalId: 'name',
        createMissingTags: true,
        data: { name: 'A', ...data },
      })
    );
  const task = () => sandbox.asana.store.tasks.get(gid)!;
  const all = () => sandbox.asana.store.tasks.all();

  it('is that it is still there when Asana did not delete it', async () => {
    await upsert({});
    sandbox.faults.add({
      match: { method: 'DELETE' },
      fault: { type: 'error', status: 403 },
    });
    await run(deleteTask(gid)).catch(() => {});
    await upsert({ notes: 'x' });
    expect(all()).to.have.length(1);
  });

  it('is read again after half an answer to a create that nobody could look for', async () => {
    sandbox.faults.add({
      match: { method: 'POST', path: '/tasks', times: 1 },
      fault: { type: 'truncated' },
    });
    sandbox.faults.add({
      match: { path: '/projects/*/tasks', nth: [2] },
      fault: { type: 'error', status: 403 },
    });
    const error = await failureOf(() => upsert({ name: 'B' }));
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    await upsert({ name: 'B', notes: 'x' });
    expect(all().map(({ name, notes }) => [name, notes])).to.eql([
      ['A', ''],
      ['B', 'x'],
    ]);
  });

  it('is what upsertTask wrote', async () => {
    await sync({ notes: 'one' });
    await upsert({ notes: 'two' });
    await sync({ notes: 'one' });
    expect(task().notes).to.equal('one');
  });

  it('is what it wrote itself, also by actions of their own', async () => {
    await sync({ tags: ['red', 'blue'], section: 'Resolved' });
    const data = await sync({ tags: ['red', 'blue'], section: 'Resolved' });
    expect(data.summary.unchanged).to.equal(1);
    await sync({ tags: [], section: 'New' });
    expect(task().tags).to.eql([]);
    const again = await sync({ tags: ['red'] });
    expect(again.updated[0].changed).to.eql(['tags']);
  });

  it('is enough to empty what upsertTask filled', async () => {
    await sync({ notes: 'x', tags: [], due_on: '2026-05-01' });
    await upsert({ notes: 'y', tags: ['red'], due_on: '2026-06-01' });
    await sync({ notes: '', tags: [], due_on: null });
    expect(task()).to.include({ notes: '', due_on: null });
    expect(task().tags).to.eql([]);
  });

  it('is read again when nobody knows what came of a write', async () => {
    await sync({ notes: 'one' });
    sandbox.faults.add({
      match: { method: 'PUT', times: 5 },
      fault: { type: 'error', status: 500, tookEffect: true },
    });
    await sync({ notes: 'two' });
    expect(task().notes).to.equal('two');
    await sync({ notes: 'one' });
    expect(task().notes).to.equal('one');
  });

  it('is read again when nobody knows whether a task was created', async () => {
    await upsert({});
    sandbox.faults.add({
      match: { method: 'POST', times: 1 },
      fault: { type: 'reset-after' },
    });
    sandbox.faults.add({
      match: { method: 'GET' },
      fault: { type: 'error', status: 503 },
    });
    const error = await failureOf(() => upsert({ name: 'B' }));
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    sandbox.faults.clear();
    await upsert({ name: 'B' });
    expect(all().filter(({ name }) => name === 'B')).to.have.length(1);
  });

  it('is read again when a field changed that stands for another', async () => {
    await sync({ notes: 'one', due_at: '2026-05-01T08:00:00.000Z' });
    await run(
      updateTask(gid, {
        html_notes: '<body>two</body>',
        due_on: '2026-06-01',
      })
    );
    await sync({ notes: 'one', due_at: '2026-05-01T08:00:00.000Z' });
    expect(task()).to.include({
      notes: 'one',
      due_at: '2026-05-01T08:00:00.000Z',
    });
  });

  it('is a subtask of its parent, which upsertTask makes once', async () => {
    for (const notes of ['one', 'two']) {
      await upsert({ name: 'child', parent: gid, notes });
      await upsert({ name: 'other child', parent: 'A', notes });
    }
    const children = all().filter(({ parent }) => parent?.gid === gid);
    expect(children.map(({ name, notes }) => [name, notes])).to.eql([
      ['child', 'two'],
      ['other child', 'two'],
    ]);
  });
});
