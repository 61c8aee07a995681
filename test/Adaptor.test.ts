import { expect } from 'chai';
import {
  createTask,
  createTaskStory,
  execute,
  getTask,
  getTasks,
  request,
  searchTask,
  updateTask,
  upsertTask,
} from '../src/Adaptor.js';
import type { Callback, Operation, State } from '../src/types.js';
import { useCapturedConsole } from './support/captured-console.js';
import { failureOf } from './support/failure-of.js';
import { freshConfiguration, useFakeAsana } from './support/fake-asana.js';
import { useFakeEnvironment } from './support/fake-environment.js';

describe('the operations', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });

  describe('execute', () => {
    it('starts from empty data and references', async () => {
      expect(await execute()({})).to.eql({ references: [], data: null });
    });

    it('keeps what the state brings and runs the operations in order', async () => {
      const add = (letter: string) => async (state: State) => ({
        ...state,
        data: `${state.data}${letter}`,
      });
      const final = await execute(add('b'), add('c'))({ data: 'a', other: 1 });
      expect(final).to.eql({ references: [], data: 'abc', other: 1 });
    });
  });

  describe('getTask', () => {
    it('reads one task with the given fields', async () => {
      asana.answer({ body: { data: { gid: '1', name: 'Pump' } } });
      const { data } = await run(getTask('1', { opt_fields: 'name,notes' }));
      expect(data).to.eql({ gid: '1', name: 'Pump' });
      expect(asana.requests).to.eql([
        {
          method: 'GET',
          path: '/api/1.0/tasks/1',
          query: { opt_fields: 'name,notes' },
        },
      ]);
    });

    it('sends the token and asks for JSON', async () => {
      asana.answer({ body: { data: {} } });
      await run(getTask('1'), { configuration: { token: 'secret-one' } });
      expect(asana.headers[0]).to.include({
        accept: 'application/json',
        authorization: 'Bearer secret-one',
      });
    });

    it('resolves arguments that are functions of state', async () => {
      asana.answer({ body: { data: {} } });
      await run(
        getTask(state => state.data.gid, {
          opt_fields: (state: State) => state.fields,
        }),
        { data: { gid: '7' }, fields: ['name', 'notes'] }
      );
      expect(asana.requests).to.eql([
        {
          method: 'GET',
          path: '/api/1.0/tasks/7',
          query: { opt_fields: 'name,notes' },
        },
      ]);
    });

    it('puts the answer on state and the data before it on references', async () => {
      asana.answer({ body: { data: { gid: '1' } } });
      const { data, references, response } = await run(getTask('1'), {
        data: 'before',
        references: ['earlier'],
      });
      expect(data).to.eql({ gid: '1' });
      expect(references).to.eql(['earlier', 'before']);
      expect(response).to.not.have.property('body');
      expect(response).to.include({
        method: 'GET',
        statusCode: 200,
        statusMessage: 'OK',
        url: 'https://app.asana.com/api/1.0/tasks/1',
      });
      expect(response).to.have.property('next_page', undefined);
    });

    it('leaves out query parameters that are undefined or null', async () => {
      asana.answer({ body: { data: {} } });
      await run(getTask('1', { opt_fields: undefined, opt_pretty: null }));
      expect(asana.requests).to.eql([
        { method: 'GET', path: '/api/1.0/tasks/1' },
      ]);
    });

    it('uses the API version of the credential', async () => {
      asana.answer({ body: { data: {} } });
      await run(getTask('1'), {
        configuration: { ...freshConfiguration(), apiVersion: 'v1' },
      });
      expect(asana.requests[0]!.path).to.equal('/api/v1/tasks/1');
    });

    it('hands the HTTP response to the callback and uses what it returns', async () => {
      asana.answer({ body: { data: { gid: '1', name: 'Pump' } } });
      const { data } = await run(
        getTask('1', {}, response => ({
          ...response,
          body: { data: response.body.data.name },
        }))
      );
      expect(data).to.equal('Pump');
    });

    it('waits for a callback that returns a promise', async () => {
      asana.answer({ body: { data: { gid: '1' } } });
      const { data } = await run(
        getTask('1', {}, async response => ({ ...response, body: { data: 2 } }))
      );
      expect(data).to.equal(2);
    });

    it('keeps the answer when the callback returns nothing', async () => {
      asana.answer({ body: { data: { gid: '1' } } });
      const { data } = await run(getTask('1', {}, () => {}));
      expect(data).to.eql({ gid: '1' });
    });

    it('overlooks a callback that is no function, as 5.1.2 did', async () => {
      asana.answer({ body: { data: { gid: '1' } } });
      const { data } = await run(getTask('1', {}, {} as unknown as Callback));
      expect(data).to.eql({ gid: '1' });
      expect(captured.lines[0]).to.include('not called');
    });

    it('ends with the own error of a failing callback', async () => {
      asana.answer({ body: { data: {} } });
      const boom = new Error('boom');
      const callback: Callback = () => {
        throw boom;
      };
      let caught: unknown;
      await run(getTask('1', {}, callback)).catch(error => (caught = error));
      expect(caught).to.equal(boom);
    });

    it('logs one line without query and token', async () => {
      asana.answer({ body: { data: {} } });
      await run(getTask('1', { opt_fields: 'name' }));
      expect(captured.lines).to.eql(['GET /tasks/1 → 200 in 0 ms']);
    });
  });

  describe('getTasks', () => {
    it('reads all pages, a hundred tasks at a time', async () => {
      asana.answer(
        {
          body: {
            data: [{ gid: '1' }],
            next_page: { offset: 'o2', path: '/projects/9/tasks?offset=o2' },
          },
        },
        { body: { data: [{ gid: '2' }], next_page: null } }
      );
      const { data, references } = await run(
        getTasks('9', { opt_fields: 'name' })
      );
      expect(data).to.eql([{ gid: '1' }, { gid: '2' }]);
      expect(references).to.eql([null]);
      expect(asana.requests).to.eql([
        {
          method: 'GET',
          path: '/api/1.0/projects/9/tasks',
          query: { limit: '100', opt_fields: 'name' },
        },
        {
          method: 'GET',
          path: '/api/1.0/projects/9/tasks',
          query: { limit: '100', opt_fields: 'name', offset: 'o2' },
        },
      ]);
    });

    it('goes on after an empty page that has a next one', async () => {
      asana.answer(
        { body: { data: [], next_page: { offset: 'o2' } } },
        { body: { data: [{ gid: '2' }], next_page: null } }
      );
      const { data } = await run(getTasks('9'));
      expect(data).to.eql([{ gid: '2' }]);
    });

    it('fails when an offset comes again', async () => {
      const page = {
        body: { data: [{ gid: '1' }], next_page: { offset: 'o' } },
      };
      asana.answer(page, page);
      const error = await failureOf(() => run(getTasks('9')));
      expect(error.code).to.equal('INVALID_RESPONSE');
    });

    it('reads one page of the given limit and tells where the next begins', async () => {
      const next_page = { offset: 'o2', path: '/x', uri: 'https://x' };
      asana.answer({ body: { data: [{ gid: '1' }], next_page } });
      const { data, response } = await run(getTasks('9', { limit: 1 }));
      expect(data).to.eql([{ gid: '1' }]);
      expect(response.next_page).to.eql(next_page);
      expect(asana.requests[0]!.query).to.eql({ limit: '1' });
    });

    it('warns of a limit that is out of range, and reads one page', async () => {
      asana.answer({ body: { data: [], next_page: { offset: 'o2' } } });
      await run(getTasks('9', { limit: 500 }));
      expect(asana.requests[0]!.query).to.eql({ limit: '100' });
      expect(captured.lines[0]).to.include('getTasks: "limit" is 500');
    });

    it('refuses a limit that is no number, and sends nothing', async () => {
      const error = await failureOf(() => run(getTasks('9', { limit: 'all' })));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(asana.requests).to.eql([]);
    });

    it('calls the callback once, with all tasks', async () => {
      asana.answer(
        { body: { data: [{ gid: '1' }], next_page: { offset: 'o2' } } },
        { body: { data: [{ gid: '2' }], next_page: null } }
      );
      const seen: unknown[] = [];
      await run(
        getTasks('9', {}, response => void seen.push(response.body.data))
      );
      expect(seen).to.eql([[{ gid: '1' }, { gid: '2' }]]);
    });
  });

  describe('updateTask', () => {
    it('sends the changes in an envelope', async () => {
      asana.answer({ body: { data: { gid: '1', completed: true } } });
      const { data } = await run(updateTask('1', { completed: true }));
      expect(data).to.eql({ gid: '1', completed: true });
      expect(asana.requests).to.eql([
        {
          method: 'PUT',
          path: '/api/1.0/tasks/1',
          body: { data: { completed: true } },
        },
      ]);
      expect(asana.headers[0]).to.include({
        'content-type': 'application/json',
      });
    });
  });

  describe('createTask', () => {
    it('sends the fields in an envelope', async () => {
      asana.answer({ status: 201, body: { data: { gid: '5' } } });
      const { data, response } = await run(
        createTask(state => ({ name: state.data, projects: ['9'] })),
        { data: 'Pump' }
      );
      expect(data).to.eql({ gid: '5' });
      expect(response.statusCode).to.equal(201);
      expect(asana.requests).to.eql([
        {
          method: 'POST',
          path: '/api/1.0/tasks',
          body: { data: { name: 'Pump', projects: ['9'] } },
        },
      ]);
    });

    it('sends a date as ISO text, also one that a function returns', async () => {
      asana.answer({ status: 201, body: { data: {} } });
      const date = new Date(Date.UTC(2026, 2, 5, 12));
      await run(createTask({ due_at: date, start_at: () => date } as object));
      expect(asana.requests[0]!.body).to.eql({
        data: {
          due_at: '2026-03-05T12:00:00.000Z',
          start_at: '2026-03-05T12:00:00.000Z',
        },
      });
    });
  });

  describe('upsertTask', () => {
    const data = { name: 'LR-1', notes: 'x', projects: ['9'], workspace: '2' };
    const lookUp = {
      method: 'GET',
      path: '/api/1.0/projects/9/tasks',
      query: { limit: '100', opt_fields: 'name' },
    };

    it('updates the task that has the same external id, without its projects and workspace', async () => {
      asana.answer(
        {
          body: {
            data: [
              { gid: '4', name: 'LR-0' },
              { gid: '5', name: 'LR-1' },
              { gid: '6', name: 'LR-1' },
            ],
          },
        },
        { body: { data: { gid: '5', name: 'LR-1' } } }
      );
      const final = await run(upsertTask('9', { externalId: 'name', data }));
      expect(final.data).to.eql({ gid: '5', name: 'LR-1' });
      expect(final.references).to.eql([null]);
      expect(asana.requests).to.eql([
        lookUp,
        {
          method: 'PUT',
          path: '/api/1.0/tasks/5',
          body: { data: { name: 'LR-1', notes: 'x' } },
        },
      ]);
    });

    it('creates the task when there is none', async () => {
      asana.answer(
        { body: { data: [{ gid: '4', name: 'LR-0' }] } },
        { status: 201, body: { data: { gid: '7' } } }
      );
      const final = await run(upsertTask('9', { externalId: 'name', data }));
      expect(final.data).to.eql({ gid: '7' });
      expect(asana.requests).to.eql([
        lookUp,
        { method: 'POST', path: '/api/1.0/tasks', body: { data } },
      ]);
    });

    it('looks on every page', async () => {
      asana.answer(
        { body: { data: [], next_page: { offset: 'o2' } } },
        { body: { data: [{ gid: '5', name: 'LR-1' }] } },
        { body: { data: { gid: '5' } } }
      );
      await run(upsertTask('9', { externalId: 'name', data }));
      expect(asana.requests[2]).to.include({ method: 'PUT' });
    });

    it('matches any top-level field of a task', async () => {
      asana.answer(
        { body: { data: [{ gid: '5', due_on: '2026-03-05' }] } },
        { body: { data: { gid: '5' } } }
      );
      await run(
        upsertTask('9', {
          externalId: 'due_on',
          data: { due_on: '2026-03-05', notes: 'x' },
        })
      );
      expect(asana.requests[1]).to.include({ path: '/api/1.0/tasks/5' });
    });

    it('hands the response of the write to the callback', async () => {
      asana.answer(
        { body: { data: [] } },
        { status: 201, body: { data: { gid: '7' } } }
      );
      const seen: number[] = [];
      await run(
        upsertTask('9', { externalId: 'name', data }, response => {
          seen.push(response.statusCode);
          return response;
        })
      );
      expect(seen).to.eql([201]);
    });

    it('puts a new task without a home into the project that was searched', async () => {
      asana.answer({ body: { data: [] } }, { body: { data: { gid: '7' } } });
      await run(
        upsertTask('9', { externalId: 'name', data: { name: 'LR-1' } })
      );
      expect(asana.requests[1]!.body).to.eql({
        data: { name: 'LR-1', projects: ['9'] },
      });
    });

    it('sends a key that is a number as the text that it is found by', async () => {
      asana.answer({ body: { data: [] } }, { body: { data: { gid: '7' } } });
      await run(
        upsertTask('9', {
          externalId: 'name',
          data: { name: 42, projects: ['9'] },
        })
      );
      expect(asana.requests[1]!.body).to.deep.include({
        data: { name: '42', projects: ['9'] },
      });
    });

    it('warns that a new task goes where it will not be found', async () => {
      asana.answer({ body: { data: [] } }, { body: { data: { gid: '7' } } });
      await run(
        upsertTask('9', {
          externalId: 'name',
          data: { name: 'LR-1', projects: ['8'] },
        })
      );
      expect(captured.lines.join('\n')).to.include('is not in the project 9');
    });

    it('names the tasks that have the same key', async () => {
      const named = (gid: string) => ({ gid, name: 'LR-1' });
      asana.answer(
        { body: { data: [named('5'), named('6')] } },
        { body: { data: named('5') } }
      );
      await run(upsertTask('9', { externalId: 'name', data }));
      expect(captured.lines.join('\n')).to.include('2 tasks').and.include('6');
    });

    it('shows how to write its parameters', async () => {
      const error = await failureOf(() =>
        run(upsertTask('9', undefined as never))
      );
      expect(error.fix).to.include('externalId');
    });

    for (const missing of [undefined, null, '', '  ']) {
      it(`refuses a row whose key is ${JSON.stringify(missing)} and sends nothing`, async () => {
        const error = await failureOf(() =>
          run(upsertTask('9', { externalId: 'name', data: { name: missing } }))
        );
        expect(error.code).to.equal('MISSING_KEY');
        expect(error.message).to.include('"name"');
        expect(asana.requests).to.eql([]);
      });
    }
  });

  describe('searchTask', () => {
    it('searches default tasks for a text in the workspace of the credential', async () => {
      asana.answer({ body: { data: [{ gid: '1' }] } });
      const { data } = await run(searchTask('pump', { 'assignee.any': 'me' }), {
        configuration: { ...freshConfiguration(), workspaceGid: '3' },
      });
      expect(data).to.eql([{ gid: '1' }]);
      expect(asana.requests).to.eql([
        {
          method: 'GET',
          path: '/api/1.0/workspaces/3/tasks/search',
          query: {
            resource_subtype: 'default_task',
            text: 'pump',
            'assignee.any': 'me',
          },
        },
      ]);
    });

    it('prefers the workspace and the subtype that are given', async () => {
      asana.answer({ body: { data: [] } });
      await run(
        searchTask(
          '',
          { resource_subtype: 'milestone' },
          { workspaceGid: '4' }
        ),
        { configuration: { ...freshConfiguration(), workspaceGid: '3' } }
      );
      expect(asana.requests[0]).to.eql({
        method: 'GET',
        path: '/api/1.0/workspaces/4/tasks/search',
        query: { resource_subtype: 'milestone', text: '' },
      });
    });

    it('searches default tasks also when the subtype is undefined', async () => {
      asana.answer({ body: { data: [] } });
      await run(
        searchTask(
          'pump',
          { resource_subtype: undefined },
          { workspaceGid: '4' }
        )
      );
      expect(asana.requests[0]!.query).to.include({
        resource_subtype: 'default_task',
      });
    });

    it('asks for tasks without a due date by null', async () => {
      asana.answer({ body: { data: [] } });
      await run(searchTask('', { due_on: null }, { workspaceGid: '4' }));
      expect(asana.requests[0]!.query).to.include({ due_on: 'null' });
    });

    it('searches the only workspace that the token sees', async () => {
      asana.answer({ body: { data: [{ gid: '7', name: 'Relief' }] } });
      asana.answer({ body: { data: [] } });
      await run(searchTask('pump'));
      expect(asana.requests[1]!.path).to.match(
        /\/workspaces\/7\/tasks\/search$/
      );
    });

    it('says where to put the workspace when there are several', async () => {
      const workspaces = [
        { gid: '7', name: 'Relief' },
        { gid: '8', name: 'Home' },
      ];
      asana.answer({ body: { data: workspaces } });
      const error = await failureOf(() => run(searchTask('pump')));
      expect(error.message).to.include('any of 2 workspaces');
      expect(error.fix).to.include('workspaceGid').and.include('"Home" (8)');
    });
  });

  describe('createTaskStory', () => {
    it('comments on a task', async () => {
      asana.answer({ status: 201, body: { data: { gid: '8' } } });
      const { data } = await run(
        createTaskStory('1', { text: 'Edited', opt_fields: ['text', 'type'] })
      );
      expect(data).to.eql({ gid: '8' });
      expect(asana.requests).to.eql([
        {
          method: 'POST',
          path: '/api/1.0/tasks/1/stories',
          query: { opt_fields: 'text,type', opt_pretty: 'false' },
          body: { data: { text: 'Edited', is_pinned: false } },
        },
      ]);
    });
  });

  describe('request', () => {
    it('reads a path, with or without a slash in front', async () => {
      asana.answer({ body: { data: 1 } }, { body: { data: 2 } });
      await run(request('/users/me'));
      await run(request('users/me'));
      expect(asana.requests.map(({ path }) => path)).to.eql([
        '/api/1.0/users/me',
        '/api/1.0/users/me',
      ]);
    });

    it('merges the query of the path with the given one', async () => {
      asana.answer({ body: { data: [] } });
      await run(
        request('/tasks?project=9&limit=5', { query: { opt_fields: ['name'] } })
      );
      expect(asana.requests[0]).to.eql({
        method: 'GET',
        path: '/api/1.0/tasks',
        query: { opt_fields: 'name', project: '9', limit: '5' },
      });
    });

    it('sends the body as it is', async () => {
      asana.answer({ status: 201, body: { data: { gid: '5' } } });
      await run(
        request('/tasks', { method: 'post', body: { data: { name: 'Pump' } } })
      );
      expect(asana.requests[0]).to.eql({
        method: 'POST',
        path: '/api/1.0/tasks',
        body: { data: { name: 'Pump' } },
      });
    });

    it('sends JSON that the job made itself', async () => {
      asana.answer({ status: 201, body: { data: { gid: '5' } } });
      const body = JSON.stringify({ data: { name: 'Pump' } });
      await run(request('/tasks', { method: 'POST', body } as object));
      expect(asana.requests[0]!.body).to.eql({ data: { name: 'Pump' } });
    });

    it('keeps what a parameter in the path says twice', async () => {
      asana.answer({ body: { data: [] } });
      await run(request('/tasks?opt_fields=name&opt_fields=notes'));
      expect(asana.requests[0]!.query).to.eql({ opt_fields: 'name,notes' });
    });

    it('sends again what does no more when it is sent twice, and nothing else', async () => {
      const failed = { status: 500, body: { errors: [{ message: 'Oh' }] } };
      const post = (path: string) =>
        request(path, { method: 'POST', body: { data: {} } });
      asana.answer(failed, { body: { data: {} } });
      await run(post('/tasks/1/addTag'));
      expect(asana.requests).to.have.length(2);
      asana.answer(failed);
      const error = await failureOf(() => run(post('/tasks/1/subtasks')));
      expect(error.code).to.equal('AMBIGUOUS_WRITE');
      expect(asana.requests).to.have.length(3);
    });

    it('keeps next_page on the response', async () => {
      asana.answer({ body: { data: [], next_page: { offset: 'o2' } } });
      const { response } = await run(request('/tasks'));
      expect(response.next_page).to.eql({ offset: 'o2' });
    });

    it('accepts an answer without data, as some paths give it', async () => {
      asana.answer({ body: { sub: '1' } });
      let body: unknown;
      await run(
        request('/openid_connect/userinfo', {}, response => {
          body = response.body;
        })
      );
      expect(body).to.eql({ sub: '1' });
    });

    it('refuses an absolute URL with the code that old jobs know', async () => {
      const error = await failureOf(() =>
        run(request('https://evil.example/'))
      );
      expect(error.code).to.equal('UNEXPECTED_ABSOLUTE_URL');
      expect(asana.requests).to.eql([]);
    });

    for (const path of [
      '/../../oauth_token',
      '/tasks/%2e%2e/users',
      '/tasks\\..\\users',
      '/tasks/..%2fusers',
      '',
    ]) {
      it(`refuses the path ${JSON.stringify(path)} and sends nothing`, async () => {
        const error = await failureOf(() => run(request(path)));
        expect(error.code).to.equal('INVALID_ARGUMENT');
        expect(asana.requests).to.eql([]);
      });
    }

    it('refuses a method that HTTP does not have', async () => {
      const error = await failureOf(() =>
        run(request('/tasks', { method: 'FETCH' }))
      );
      expect(error.code).to.equal('INVALID_ARGUMENT');
    });
  });
});
