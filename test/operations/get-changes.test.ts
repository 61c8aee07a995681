import { expect } from 'chai';
import { execute, getChanges } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const date = 'Thu, 05 Mar 2026 12:00:00 GMT';
const readAt = '2026-03-05T12:00:00.000Z';
const place = { sync: 'one', readAt: '2026-03-05T11:00:00.000Z' };
const state = { asana: { changes: { 9: place } } };

const tooOld = {
  status: 412,
  body: {
    errors: [{ message: 'Sync token invalid or too old.' }],
    sync: 'two',
  },
  headers: { date },
};
const events = (...data: object[]) => ({
  body: { data, sync: 'two', has_more: false },
  headers: { date },
});
const list = (...data: object[]) => ({ body: { data, next_page: null } });
const gone = (status: number) => ({
  status,
  body: { errors: [{ message: `It is ${status}` }] },
});
const task = (gid: string, action: string, parent: object | null = null) => ({
  resource: { gid, resource_type: 'task' },
  action,
  parent,
});

describe('getChanges', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (operation: Operation, given: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...given });
  const sent = () =>
    asana.requests.map(({ path, query = {} }) => {
      const text = Object.entries(query)
        .filter(([name]) => name !== 'limit')
        .map(pair => pair.join('='));
      return [path.slice('/api/1.0'.length), ...text].join(' ');
    });
  const named = { opt_fields: 'name' };

  it('leaves out what only the user of the token changed, and asks who that is', async () => {
    const by = (user: string, gid: string) => ({
      ...task(gid, 'changed'),
      user: { gid: user },
      created_at: readAt,
    });
    const modified = (gid: string, name: string) => ({
      gid,
      name,
      modified_at: readAt,
      num_subtasks: 0,
    });
    asana.answer(
      events(by('7', '1'), by('7', '2'), by('6', '2')),
      list(modified('1', 'Well'), modified('2', 'Pump')),
      { body: { data: { gid: '7' } } }
    );
    const { data } = await run(
      getChanges('9', { ...named, ignoreChangesBy: 'me' }),
      state
    );
    expect(sent().slice(1)).to.eql([
      '/tasks project=9 modified_since=2026-03-05T10:58:00.000Z opt_fields=name,modified_at,num_subtasks',
      '/users/me opt_fields=gid',
    ]);
    expect(data.changed).to.eql([{ gid: '2', name: 'Pump' }]);
  });

  it('takes the token first and reads everything then, in the first run', async () => {
    asana.answer(
      tooOld,
      list({ gid: '1', name: 'Well', num_subtasks: 1 }),
      list({ gid: '2', name: 'Pump', num_subtasks: 0 })
    );
    const { data, references, ...next } = await run(getChanges('9', named), {
      data: 'before',
    });
    expect(sent()).to.eql([
      '/events resource=9',
      '/projects/9/tasks opt_fields=name,num_subtasks',
      '/tasks/1/subtasks opt_fields=name,num_subtasks',
    ]);
    expect(data).to.eql({
      changed: [
        { gid: '1', name: 'Well' },
        { gid: '2', name: 'Pump' },
      ],
      deleted: [],
      removed: [],
      unreadable: [],
      isFullRead: true,
      since: null,
    });
    expect(references).to.eql(['before']);
    expect(next.asana).to.eql({ changes: { 9: { sync: 'two', readAt } } });
    expect(captured.lines.slice(-1)).to.eql([
      'getChanges: read all 2 tasks; 0 deleted, 0 removed',
    ]);
  });

  it('reads what was modified as a list, and by itself only what that does not have', async () => {
    asana.answer(
      events(task('1', 'changed'), task('2', 'changed'), task('3', 'deleted')),
      list({ gid: '1', name: 'Well', num_subtasks: 4 }),
      { body: { data: { gid: '2', name: 'Pump', parent: { gid: '1' } } } }
    );
    const { data, ...next } = await run(getChanges('9', named), state);
    expect(sent()).to.eql([
      '/events resource=9 sync=one',
      '/tasks project=9 modified_since=2026-03-05T10:58:00.000Z opt_fields=name,num_subtasks',
      '/tasks/2 opt_fields=name,num_subtasks,parent.gid,parent.projects.gid,projects.gid',
    ]);
    expect(data).to.eql({
      changed: [
        { gid: '1', name: 'Well' },
        { gid: '2', name: 'Pump' },
      ],
      deleted: ['3'],
      removed: [],
      unreadable: [],
      isFullRead: false,
      since: place.readAt,
    });
    expect(next.asana).to.eql({ changes: { 9: { sync: 'two', readAt } } });
    expect(captured.lines.slice(-1)).to.eql([
      'getChanges: 2 changed, 1 deleted, 0 removed',
    ]);
  });

  it('believes what it reads and not what events say', async () => {
    asana.answer(
      events(
        ...['1', '2', '3', '4', '5'].map(gid => task(gid, 'changed')),
        task('6', 'deleted'),
        task('7', 'undeleted'),
        task('7', 'deleted')
      ),
      list({ gid: '6', num_subtasks: 0 }),
      gone(404),
      gone(403),
      { body: { data: { gid: '3', projects: [{ gid: '8' }], parent: null } } },
      { body: { data: { gid: '4', projects: [{ gid: '9' }], parent: null } } },
      { body: { data: { gid: '5', projects: [], parent: { gid: '50' } } } },
      { body: { data: { gid: '7', projects: [{ gid: '9' }] } } },
      { body: { data: { gid: '50', projects: [], parent: { gid: '51' } } } },
      { body: { data: { gid: '51', projects: [{ gid: '9' }] } } }
    );
    const { data } = await run(getChanges('9', { opt_fields: 'gid' }), state);
    expect(data).to.deep.include({ deleted: ['1'], removed: ['3'] });
    expect(data.changed.map(({ gid }: { gid: string }) => gid)).to.have.members(
      ['4', '5', '6', '7']
    );
    expect(data.unreadable).to.eql([
      { gid: '2', statusCode: 403, message: 'GET /tasks/2: 403 – It is 403' },
    ]);
  });

  it('reads everything once more when the token is too old', async () => {
    asana.answer(tooOld, list({ gid: '1' }));
    const { data } = await run(getChanges('9', named), state);
    expect(data).to.include({ isFullRead: true, since: place.readAt });
    expect(captured.lines.slice(-1)[0]).to.include(
      'read all 1 task, since events of the meantime may be missing'
    );
  });

  it('reads everything when it is told to, from a new token on', async () => {
    asana.answer(tooOld, list({ gid: '1' }));
    const { data } = await run(getChanges('9', { full: true }), state);
    expect(sent()[0]).to.equal('/events resource=9');
    expect(data).to.include({ isFullRead: true, since: place.readAt });
    expect(captured.lines.slice(-1)[0]).to.equal(
      'getChanges: read all 1 task; 0 deleted, 0 removed'
    );
  });

  it('keeps its place when something fails', async () => {
    asana.answer(events(task('2', 'changed')), list(), {
      status: 400,
      body: { errors: [{ message: 'No' }] },
    });
    const given = structuredClone(state);
    const error = await failureOf(() => run(getChanges('9', named), given));
    expect(error.statusCode).to.equal(400);
    expect(given).to.eql(state);
  });

  it('stops before it reports a mass deletion', async () => {
    asana.answer(events(), list(), list({ gid: '1' }, { gid: '2' }));
    const knownGids = Array.from({ length: 10 }, (_, index) => `${index + 1}`);
    const error = await failureOf(() =>
      run(getChanges('9', { ...named, knownGids }), state)
    );
    expect(error.code).to.equal('TOO_MANY_DELETED');
    expect(error.message).to.include('8 of the 10 tasks in "knownGids"');
    expect(error.fix).to.include('maxDeleted: 1');
  });

  for (const [title, count, maxDeleted] of [
    ['a handful', 5, undefined],
    ['as many as are allowed', 10, 1],
  ] as const) {
    it(`looks what became of ${title}`, async () => {
      const knownGids = Array.from({ length: count }, (_, n) => `${n + 1}`);
      asana.answer(events(), list(), list(), ...knownGids.map(() => gone(404)));
      const { data } = await run(
        getChanges('9', { ...named, knownGids, maxDeleted: maxDeleted! }),
        state
      );
      expect(data.deleted).to.have.members(knownGids);
    });
  }

  it('reads by itself what few tasks it does not know, and lists many', async () => {
    const few = ['1', '2'].map(gid => ({ gid, num_subtasks: 0 }));
    asana.answer(events(), list(), list(...few), {
      body: { data: { gid: '2', name: 'Pump', projects: [{ gid: '9' }] } },
    });
    const known = await run(
      getChanges('9', { ...named, knownGids: ['1'] }),
      state
    );
    expect(known.data.changed).to.eql([{ gid: '2', name: 'Pump' }]);

    asana.answer(events(), list(), list(...few), list(...few));
    const none = await run(getChanges('9', { ...named, knownGids: [] }), state);
    expect(none.data.changed).to.eql([{ gid: '1' }, { gid: '2' }]);
    expect(sent().slice(-1)).to.eql([
      '/projects/9/tasks opt_fields=name,num_subtasks',
    ]);
  });

  it('looks at a task of which the deletion is told, and that is there', async () => {
    asana.answer(events(task('1', 'deleted')), list(), list({ gid: '1' }), {
      body: { data: { gid: '1', name: 'Well', projects: [{ gid: '9' }] } },
    });
    const { data } = await run(
      getChanges('9', { ...named, knownGids: ['1'] }),
      state
    );
    expect(data.changed).to.eql([{ gid: '1', name: 'Well' }]);
    expect(data.deleted).to.eql([]);
  });

  it('looks again at a task that went while it was reading', async () => {
    asana.answer(events(), list({ gid: '1' }), list(), gone(404));
    const { data } = await run(
      getChanges('9', { ...named, knownGids: ['1'] }),
      state
    );
    expect(data).to.deep.include({ changed: [], deleted: ['1'] });
  });

  it('reports what it knows and became a subtask elsewhere, though without subtasks', async () => {
    asana.answer(events(), list(), list(), {
      body: { data: { gid: '1', parent: { gid: '2' }, projects: [] } },
    });
    const { data } = await run(
      getChanges('9', { ...named, knownGids: ['1'], subtasks: false }),
      state
    );
    expect(data).to.deep.include({ changed: [], removed: ['1'] });
  });

  it('takes a subtask for one of the project while the one above it is hidden', async () => {
    asana.answer(
      events(task('1', 'changed')),
      list(),
      { body: { data: { gid: '1', parent: { gid: '2' }, projects: [] } } },
      gone(403)
    );
    const { data } = await run(getChanges('9', { opt_fields: 'gid' }), state);
    expect(data).to.deep.include({ changed: [{ gid: '1' }], removed: [] });
  });

  it('ends where tasks are moved below each other while it is reading', async () => {
    const below = (gid: string, parent: string) => ({
      body: { data: { gid, parent: { gid: parent }, projects: [] } },
    });
    asana.answer(
      events(task('1', 'changed')),
      list(),
      below('1', '2'),
      below('2', '3'),
      below('3', '2')
    );
    const { data } = await run(getChanges('9', { opt_fields: 'gid' }), state);
    expect(data.changed).to.eql([{ gid: '1' }]);

    const one = { num_subtasks: 1 };
    asana.answer(
      tooOld,
      list({ gid: '1', ...one }),
      list({ gid: '2', ...one }),
      list({ gid: '1', ...one }),
      list({ gid: '2', ...one })
    );
    const all = await run(getChanges('9', named));
    expect(all.data.changed).to.eql([{ gid: '1' }, { gid: '2' }]);
  });

  it('tells whose subtasks it may not read', async () => {
    asana.answer(tooOld, list({ gid: '1', num_subtasks: 1 }), gone(403));
    const { data } = await run(getChanges('9', named));
    expect(data.changed).to.eql([{ gid: '1' }]);
    expect(data.unreadable[0]).to.include({ gid: '1', statusCode: 403 });
    expect(data.unreadable[0].message).to.include('/tasks/1/subtasks');
  });

  it('warns of known gids that are not there after all', async () => {
    for (const knownGids of [undefined, null]) {
      asana.answer(tooOld, list());
      await run(
        getChanges('9', () => ({ ...named, knownGids: knownGids as never }))
      );
      expect(captured.lines.join()).to.include(`"knownGids" is there, but`);
      captured.lines.splice(0);
    }
    asana.answer(tooOld, list());
    await run(getChanges('9', named));
    expect(captured.lines.join()).not.to.include('knownGids');
  });

  for (const [options, said] of [
    ['x', '"options" must be an object'],
    [{ since: 'x' }, 'no option "since"'],
    [{ knownGids: '1,2' }, '"knownGids" must be a list of gids'],
    [{ knownGids: ['1', null] }, '"knownGids[1]" is missing'],
    [{ knownGids: ['1', 'LR-1'] }, '"knownGids[1]" is no gid'],
    [{ maxDeleted: 20 }, '"maxDeleted" must be a share from 0 to 1'],
    [{ maxDeleted: 'many' }, '"maxDeleted" must be a share'],
    [{ subtasks: 'no' }, '"subtasks" must be true or false'],
    [{ ignoreChangesBy: 7 }, '"ignoreChangesBy" must be a user'],
    [{ full: 1 }, '"full" must be true or false'],
    [{ opt_fields: { name: true } }, '"opt_fields" must be names of fields'],
  ] as const) {
    it(`refuses ${JSON.stringify(options)} before anything is sent`, async () => {
      const error = await failureOf(() =>
        run(getChanges('Case management', options as object))
      );
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include(said);
      expect(error.fix).to.not.equal(undefined);
    });
  }
});
