import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  eachTask,
  execute,
  getChanges,
  getEvents,
  getTasks,
} from '../../src/Adaptor.js';
import { createConnections } from '../../src/http/connections.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { Operation, State } from '../../src/types.js';
import { meanwhile } from '../property/changes/meanwhile.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { makeTasks, tell } from './make-tasks.js';

interface Task {
  readonly gid: string;
  readonly name: string;
}

const noon = Date.UTC(2026, 2, 5, 12);
const minute = 60_000;
const hour = 60 * minute;

describe('changes of a project in the sandbox', () => {
  let clock = noon;
  let sandbox: Sandbox;
  let project: string;
  /** What a schedule hands from one run to the next. */
  let kept: string;
  useFakeEnvironment();
  useCapturedConsole();

  before(async () => {
    sandbox = await startSandbox({
      now: () => clock,
      events: { delayMs: 5 * minute },
    });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    clock = noon;
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
    kept = '{}';
  });

  const run = async (operation: Operation): Promise<State> => {
    clock += hour;
    const { configuration } = sandbox;
    const state = JSON.parse(kept) as State;
    const next = await execute(operation)({ ...state, configuration });
    kept = JSON.stringify({ asana: next.asana });
    return next;
  };
  const changes = async (options: object = {}) =>
    (await run(getChanges(project, { opt_fields: 'name', ...options }))).data;
  const namesOf = (tasks: readonly Task[]) => tasks.map(({ name }) => name);
  const make = async (...names: string[]) => makeTasks(sandbox, project, names);
  const rename = (gid: string, name: string) =>
    tell(sandbox, 'PUT', `/tasks/${gid}`, { name });
  const below = async (parent: string, name: string) =>
    (await tell(sandbox, 'POST', `/tasks/${parent}/subtasks`, { name })).gid;
  const countOf = async (action: () => Promise<unknown>) => {
    const mark = sandbox.requests.length;
    await action();
    return sandbox.requests.length - mark;
  };

  it('are told from run to run, each once, by two requests and one for a subtask', async () => {
    const [well, pump] = await make('Well', 'Pump', 'Road');
    const valve = await below(pump!, 'Valve');
    expect(namesOf((await changes()).changed)).to.have.members([
      'Well',
      'Pump',
      'Road',
      'Valve',
    ]);
    expect((await changes()).changed).to.eql([]);

    await rename(well!, 'Dry well');
    await rename(valve, 'Tight valve');
    const count = await countOf(async () => {
      const { changed, isFullRead } = await changes();
      expect(namesOf(changed)).to.have.members(['Dry well', 'Tight valve']);
      expect(isFullRead).to.equal(false);
    });
    expect(count).to.equal(3);
    expect((await changes()).changed).to.eql([]);
  });

  it('do not fall between the token and what is read after it', async () => {
    const [well] = await make('Well');
    const valve = await below(well!, 'Valve');
    const connections = createConnections();
    const restore = useEnvironment({
      // The subtasks have been read by then, which Asana shows for a while.
      dispatcher: meanwhile(connections, 2, async () => {
        await rename(valve, 'Tight valve');
      }),
    });
    await changes();
    restore();
    await connections.close();
    expect(namesOf((await changes()).changed)).to.eql(['Tight valve']);
  });

  it('are told again by the next run when a run fails', async () => {
    const [well] = await make('Well');
    await changes();
    await rename(well!, 'Dry well');
    sandbox.faults.add({
      match: { path: '/tasks' },
      fault: { type: 'error', status: 400 },
    });
    const before = kept;
    await failureOf(() => changes());
    expect(kept).to.equal(before);
    sandbox.faults.clear();
    expect(namesOf((await changes()).changed)).to.eql(['Dry well']);
  });

  it('are found though the event of a modification is lost', async () => {
    const [well] = await make('Well');
    await changes();
    const found = sandbox.asana.events.lose(() => true);
    await rename(well!, 'Dry well');
    found();
    expect(namesOf((await changes()).changed)).to.eql(['Dry well']);
  });

  it('are found in subtasks though the event is lost, for whoever gives what he knows', async () => {
    const [well] = await make('Well');
    const valve = await below(well!, 'Valve');
    await changes();
    clock += hour;
    const found = sandbox.asana.events.lose(() => true);
    await rename(valve, 'Tight valve');
    found();
    const { changed } = await changes({ knownGids: [well, valve] });
    expect(namesOf(changed)).to.eql(['Tight valve']);
  });

  it('are moves between sections as well, which modify nothing', async () => {
    const [well] = await make('Well');
    await changes();
    clock += hour;
    await tell(sandbox, 'POST', `/tasks/${well}/addProject`, {
      project,
      section: sandbox.asana.store.sections.named('Resolved')!.gid,
    });
    const { changed } = await changes({
      opt_fields: 'memberships.section.name',
    });
    expect(changed[0].memberships[0].section.name).to.equal('Resolved');
  });

  it('bring along the subtasks of a task that comes into the project, and take them away', async () => {
    const other = sandbox.asana.store.projects.all()[1]!.gid;
    const [family] = await makeTasks(sandbox, other, ['Family']);
    const child = await below(family!, 'Child');
    const grandchild = await below(child, 'Grandchild');
    await changes();

    clock += hour;
    await tell(sandbox, 'POST', `/tasks/${family}/addProject`, { project });
    expect(namesOf((await changes()).changed)).to.have.members([
      'Family',
      'Child',
      'Grandchild',
    ]);

    await tell(sandbox, 'POST', `/tasks/${family}/removeProject`, { project });
    expect((await changes()).removed).to.have.members([
      family,
      child,
      grandchild,
    ]);
  });

  it('leave out subtasks where they are not wanted', async () => {
    const [well] = await make('Well');
    const valve = await below(well!, 'Valve');
    const first = await changes({ subtasks: false });
    expect(namesOf(first.changed)).to.eql(['Well']);
    await rename(valve, 'Tight valve');
    const { changed, removed } = await changes({ subtasks: false });
    expect([changed, removed]).to.eql([[], []]);
  });

  it('are complete after a gap of days for whoever gives what he knows', async () => {
    const gids = await make('Well', 'Pump', 'Road');
    await changes();
    const [well, pump, road] = gids;
    await tell(sandbox, 'DELETE', `/tasks/${well}`, {});
    await tell(sandbox, 'POST', `/tasks/${pump}/removeProject`, { project });
    clock += 48 * hour;
    const { isFullRead, changed, deleted, removed } = await changes({
      knownGids: gids,
    });
    expect(isFullRead).to.equal(true);
    expect(namesOf(changed)).to.eql(['Road']);
    expect([deleted, removed]).to.eql([[well], [pump]]);
    expect(road).to.equal(changed[0].gid);
  });

  it('stop before half of the project is reported as deleted', async () => {
    const gids = await make(...Array.from({ length: 12 }, (_, n) => `T ${n}`));
    await changes();
    for (const gid of gids.slice(6)) {
      await tell(sandbox, 'DELETE', `/tasks/${gid}`, {});
    }
    const error = await failureOf(() => changes({ knownGids: gids }));
    expect(error.code).to.equal('TOO_MANY_DELETED');
    const { deleted } = await changes({ knownGids: gids, maxDeleted: 0.5 });
    expect(deleted).to.have.members(gids.slice(6));
  });

  it('are told event by event, of a task as well', async () => {
    const [well] = await make('Well');
    clock += hour;
    await run(getEvents(well!));
    await rename(well!, 'Dry well');
    const { events, fullReadDue } = (await run(getEvents(well!))).data;
    expect(fullReadDue).to.equal(false);
    expect(events.map(({ action }: { action: string }) => action)).to.include(
      'changed'
    );
    expect((await run(getEvents(well!))).data.events).to.eql([]);
    sandbox.asana.events.expireTokens();
    expect((await run(getEvents(well!))).data.fullReadDue).to.equal(true);
  });

  it('can be gone through by the time of modification alone', async () => {
    const [, pump] = await make('Well', 'Pump');
    clock += hour;
    const modified_since = new Date(clock);
    await rename(pump!, 'New pump');
    const seen: string[] = [];
    const params = { modified_since, opt_fields: 'name' };
    await run(
      eachTask(project, params, (_, task: Task) => void seen.push(task.name))
    );
    expect(seen).to.eql(['New pump']);
    expect(namesOf((await run(getTasks(project, params))).data)).to.eql(seen);
    // The list of a project by its path has no such filter in Asana's reference.
    expect(new Set(sandbox.requests.map(({ path }) => path))).to.eql(
      new Set(['/api/1.0/tasks'])
    );
  });
});
