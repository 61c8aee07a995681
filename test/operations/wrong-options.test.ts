import { expect } from 'chai';
import {
  batch,
  createTask,
  createTaskStory,
  execute,
  getTask,
  getTasks,
  request,
  searchTask,
  searchTasks,
  upsertTasks,
} from '../../src/Adaptor.js';
import type { Operation } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';

const wrong = 'x' as unknown as object;

describe('an argument of the wrong kind', () => {
  const asana = useFakeAsana();
  const captured = useCapturedConsole();

  const run = (operation: Operation) =>
    execute(operation)({ configuration: freshConfiguration() });

  for (const [title, operation, example] of [
    ['the comment of a task', createTaskStory('1', wrong), '{ text: "A comm'],
    ['a search for all tasks', searchTasks(wrong), '{ text: "pump"'],
    ['where to search', searchTasks({}, wrong), '{ workspaceGid: "'],
    ['where to search for text', searchTask('', {}, wrong), '{ workspaceGid:'],
    ['options of a batch', batch([], wrong), '{ failOnError: false }'],
    ['options of a request', request('/x', wrong), '{ method: "POST", body'],
    [
      'options of upsertTasks',
      upsertTasks('1', [], wrong as { externalId: string }),
      '{ externalId: "name"',
    ],
    ['query parameters', getTask('1', wrong), '{ opt_fields: "name,notes"'],
  ] as const) {
    it(`is answered with how to write it: ${title}`, async () => {
      const error = await failureOf(() => run(operation));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.fix).to.include(`Write it as ${example}`);
    });
  }

  for (const [title, operation, said, fix] of [
    [
      'an object as the text of a search',
      searchTask({ text: 'x' } as unknown as string),
      'searchTask: "text" must be a text',
      'searchTask("pump"',
    ],
    [
      'an object as the names of fields',
      getTasks('1', { opt_fields: { name: true } }),
      'getTasks: "opt_fields" must be names',
      'opt_fields: "name,notes',
    ],
    [
      'objects among the names of fields',
      createTaskStory('1', {
        text: 'x',
        opt_fields: [{ name: 1 }] as unknown as string[],
      }),
      'createTaskStory: "opt_fields" must be names',
      'opt_fields: "name,notes',
    ],
    [
      'a promise for a gid',
      getTask(Promise.resolve('1') as unknown as string),
      'getTask: an argument is a promise',
      'await',
    ],
    [
      'an invalid date',
      createTask({ due_on: new Date('soon') }),
      'createTask: "due_on" is no date ("Invalid Date")',
      'dateFns.parse',
    ],
    [
      'a misspelled option of a batch',
      batch([], { failOnErr: false } as object),
      'batch: there is no option "failOnErr"',
      'Did you mean "failOnError"?',
    ],
  ] as const) {
    it(`is refused before anything is sent: ${title}`, async () => {
      const error = await failureOf(() => run(operation));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.include(said);
      expect(error.fix).to.include(fix);
      expect(asana.requests).to.eql([]);
    });
  }

  for (const [name, meant] of [
    ['data', 'Did you mean "body"?'],
    ['params', 'Did you mean "query"?'],
    ['mehtod', 'Did you mean "method"?'],
    ['headers', 'The options are method, query, body.'],
  ] as const) {
    it(`is told of, and sent without it as 5.1.2 did: request with ${name}`, async () => {
      asana.answer({ body: { data: {} } });
      await run(request('/tasks', { [name]: { private: 1 } }));
      expect(asana.requests).to.eql([
        { method: 'GET', path: '/api/1.0/tasks' },
      ]);
      const told = captured.lines.find(line => line.includes('no option'));
      expect(told).to.include(`request: there is no option "${name}"`);
      expect(told).to.include(meant).and.not.include('private');
    });
  }

  it('is not told of when all options of a request are known', async () => {
    asana.answer({ body: { data: {} } });
    await run(request('/tasks', { method: 'POST', query: {}, body: {} }));
    expect(captured.lines.join('\n')).to.not.include('no option');
  });

  it('sends a Date as the day that Asana wants', async () => {
    asana.answer({ status: 201, body: { data: { gid: '1' } } });
    await run(
      createTask({
        due_on: new Date('2026-03-05T10:00:00Z'),
        projects: ['1'],
      })
    );
    expect(asana.requests[0]?.body).to.eql({
      data: { due_on: '2026-03-05', projects: ['1'] },
    });
  });
});
