import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  execute,
  upsertTask,
  upsertTasks,
  type UpsertTasksOptions,
} from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import type { Report } from '../../src/sync/report.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { boardOf, syncRows, type SyncRow } from '../support/sync-board.js';
import { useSyncProcesses, type SyncResult } from '../support/sync-process.js';
import { watchAsana } from '../support/watch-asana.js';
import { makeTasks } from './make-tasks.js';

describe('two syncs of the same rows at the same time', () => {
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
  const captured = useCapturedConsole();

  const run = async (
    rows: readonly object[],
    options: Partial<UpsertTasksOptions> = {}
  ): Promise<Report> => {
    const state = await execute(
      upsertTasks(project, [...rows], { externalId: 'name', ...options })
    )({ configuration: sandbox.configuration });
    return state.data;
  };

  const tasks = () => sandbox.asana.store.tasks.all();
  const names = () => tasks().map(({ name }) => name);

  /** The names that several tasks have, with the gids in order of their age. */
  const doubles = () =>
    [...new Set(names())]
      .map(key => ({
        key,
        gids: tasks()
          .filter(({ name }) => name === key)
          .map(({ gid }) => gid),
      }))
      .filter(({ gids }) => gids.length > 1);

  const byKey = <T extends { readonly key: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => a.key.localeCompare(b.key));

  /** Nothing is written before all have read what there is. */
  const holdWrites = (readers: number) => {
    let read = 0;
    let release = (): void => {};
    const isRead = new Promise<void>(resolve => {
      release = resolve;
    });
    const path = `/projects/${project}/tasks`;
    return watchAsana(sandbox, {
      before: ({ method }) => (method === 'GET' ? undefined : isRead),
      after({ url }) {
        const isPage = new URL(url).pathname.endsWith(path);
        if (isPage && ++read === readers) release();
      },
    });
  };

  describe('by two processes', () => {
    const processes = useSyncProcesses();

    /** Both have an empty board before their eyes when they begin to write. */
    const runBoth = async (
      rows: readonly SyncRow[]
    ): Promise<readonly SyncResult[]> => {
      const both = await Promise.all([processes.start(), processes.start()]);
      const unwatch = holdWrites(2);
      const { configuration } = sandbox;
      const results = await Promise.all(
        both.map(child => child.run({ configuration, project, rows }))
      );
      unwatch();
      for (const { error } of results) expect(error).to.equal(undefined);
      return results;
    };

    it('says which keys are double and how to merge them, and the next run goes on with the oldest', async () => {
      const rows = syncRows(18).filter(row => row.parent === undefined);
      const results = await runBoth(rows);

      const expected = byKey(doubles());
      expect(expected.map(({ key }) => key)).to.eql(
        rows.map(({ name }) => name).sort()
      );
      const told = results.find(
        ({ report }) => report!.duplicates.length === rows.length
      )!;
      expect(byKey(told.report!.duplicates)).to.eql(expected);
      const text = told.warnings.join('\n');
      for (const { key, gids } of expected) {
        expect(text).to.include(
          `2 tasks have the key ${JSON.stringify(key)}: the oldest, ${gids[0]}, is kept in step; the others are ${gids[1]}.`
        );
      }
      expect(text).to.include('"Merge duplicate tasks"');

      const changed = rows.map(row => ({ ...row, notes: 'Changed' }));
      const report = await run(changed);
      expect(byKey(report.duplicates)).to.eql(expected);
      expect(report.summary).to.include({ updated: rows.length, created: 0 });
      for (const { gids } of expected) {
        const [oldest, other] = gids.map(gid =>
          sandbox.asana.store.tasks.get(gid)
        );
        expect(oldest!.notes).to.equal('Changed');
        expect(other!.notes).to.include('What is to be done');
      }
      expect((await run(changed)).summary.unchanged).to.equal(rows.length);
    });

    it('says which subtasks are double as well', async () => {
      await makeTasks(sandbox, project, ['Parent']);
      const rows = ['a', 'b', 'c'].map(name => ({ name, parent: 'Parent' }));
      const results = await runBoth(rows);

      const expected = byKey(doubles());
      expect(expected).to.have.length(3);
      const lists = results.map(({ report }) => byKey(report!.duplicates));
      expect(lists).to.deep.include(expected);
      const report = await run([{ name: 'Parent' }, ...rows]);
      expect(byKey(report.duplicates)).to.eql(expected);
    });
  });

  it('says nothing of other tasks that somebody made meanwhile', async () => {
    const unwatch = watchAsana(sandbox, {
      async after({ method }) {
        if (method !== 'POST') return;
        unwatch();
        await makeTasks(sandbox, project, ['Of somebody', 'Of somebody']);
      },
    });
    const report = await run([{ name: 'a' }, { name: 'b' }]);
    expect(report.duplicates).to.eql([]);
    expect(captured.lines.join('\n')).to.not.include('Merge');
  });

  describe('by one process', () => {
    it('makes each task once', async () => {
      const rows = syncRows(40);
      const reports = await Promise.all([run(rows), run(rows)]);
      expect(names().sort()).to.eql(rows.map(({ name }) => name).sort());
      expect(reports.flatMap(({ failed }) => failed)).to.eql([]);
      expect(reports.flatMap(({ duplicates }) => duplicates)).to.eql([]);
      const board = boardOf(sandbox);
      forgetClients();
      expect((await run(rows)).summary.unchanged).to.equal(rows.length);
      expect(boardOf(sandbox)).to.eql(board);
    });

    it('makes each task once where the rows have other fields', async () => {
      const keys = Array.from({ length: 20 }, (_, index) => `LR-${index}`);
      const unwatch = holdWrites(2);
      await Promise.all([
        run(keys.map(name => ({ name, notes: 'One' }))),
        run(keys.map(name => ({ name, due_on: '2026-03-05' }))),
      ]);
      unwatch();
      expect(names().sort()).to.eql([...keys].sort());
      for (const { notes, due_on } of tasks()) {
        expect({ notes, due_on }).to.eql({
          notes: 'One',
          due_on: '2026-03-05',
        });
      }
    });

    it('makes each subtask once', async () => {
      await makeTasks(sandbox, project, ['Parent']);
      const rows = ['a', 'b', 'c'].map(name => ({ name, parent: 'Parent' }));
      await Promise.all([run(rows), run(rows)]);
      expect(names().sort()).to.eql(['Parent', 'a', 'b', 'c']);
    });

    it('makes each task once beside upserts of single tasks', async () => {
      const keys = Array.from({ length: 5 }, (_, index) => `LR-${index}`);
      const unwatch = holdWrites(2);
      await Promise.all([
        run(keys.map(name => ({ name, notes: 'One', completed: true }))),
        ...keys.map(name =>
          execute(
            upsertTask(project, {
              externalId: 'name',
              data: { name, notes: 'Two', projects: [project] },
            })
          )({ configuration: sandbox.configuration })
        ),
      ]);
      unwatch();
      expect(names().sort()).to.eql(keys);
    });
  });
});
