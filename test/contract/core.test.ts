import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
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
} from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('the compatibility core against the sandbox', () => {
  let sandbox: Sandbox;
  let project: string;

  before(async () => {
    sandbox = await startSandbox({ searchLagMs: 0 });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (...operations: Operation[]): Promise<State> =>
    execute(...operations)({ configuration: sandbox.configuration });
  const names = () => sandbox.asana.store.tasks.all().map(({ name }) => name);
  const sent = () =>
    sandbox.requests.map(({ method, path }) => `${method} ${path}`);

  it('creates, reads, changes and comments on a task', async () => {
    const { data, references } = await run(
      createTask({ name: 'Pump', projects: [project] }),
      updateTask(state => state.data.gid, { notes: 'Broken' }),
      createTaskStory(state => state.data.gid, { text: 'Seen' }),
      getTask(state => state.references[2].gid, {
        opt_fields: ['name', 'notes', 'projects.name'],
      })
    );
    expect(data).to.include({ name: 'Pump', notes: 'Broken' });
    expect(data.projects[0].gid).to.equal(project);
    expect(references).to.have.length(4);
  });

  it('reads a project page by page', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => `Task ${index}`);
    await run(...rows.map(name => createTask({ name, projects: [project] })));
    const before = sandbox.requests.length;
    const { data } = await run(getTasks(project, { opt_fields: 'name' }));
    expect(data.map(({ name }: { name: string }) => name).sort()).to.eql(
      [...rows].sort()
    );
    expect(sandbox.requests.length - before).to.equal(3);
  });

  it('upserts without making a second task', async () => {
    const upsert = (notes: string) =>
      upsertTask(project, {
        externalId: 'name',
        data: { name: 'LR-1', notes, projects: [project] },
      });
    const first = await run(upsert('one'));
    const second = await run(upsert('two'));
    expect(first.response.statusCode).to.equal(201);
    expect(second.response.statusCode).to.equal(200);
    expect(second.data).to.include({ gid: first.data.gid, notes: 'two' });
    expect(names()).to.eql(['LR-1']);
  });

  it('searches', async () => {
    const workspaceGid = sandbox.asana.store.workspaces.all()[0]!.gid;
    const { data } = await run(
      createTask({ name: 'Broken pump', projects: [project] }),
      searchTask('pump', {}, { workspaceGid })
    );
    expect(data).to.have.length(1);
  });

  it('sends any other request', async () => {
    const { data } = await run(
      request(`/projects/${project}/sections`, { query: { limit: 2 } })
    );
    expect(data.map(({ name }: { name: string }) => name)).to.eql([
      'New',
      'In review',
    ]);
  });

  it('says what Asana says about a wrong gid, token and field', async () => {
    const missing = await failureOf(() => run(getTask('1199999999999999')));
    expect(missing.message).to.match(/^GET \/tasks\/1199999999999999: 404 – /);

    const stranger = await failureOf(() =>
      execute(getTask('1'))({
        configuration: { ...sandbox.configuration, token: 'not-a-token' },
      })
    );
    expect(stranger.message).to.equal('GET /tasks/1: 401 – Not Authorized');
    expect(JSON.stringify(stranger)).to.not.include('not-a-token');

    const homeless = await failureOf(() => run(createTask({ name: 'x' })));
    expect(homeless.fix).to.include('projects: [');
  });

  it('makes a task once when the connection breaks before the request took effect, and says that it does not know', async () => {
    sandbox.faults.add({
      match: { method: 'POST' },
      fault: { type: 'reset-before' },
    });
    const error = await failureOf(() =>
      run(createTask({ name: 'Pump', projects: [project] }))
    );
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(names()).to.eql([]);
    expect(sent()).to.have.length(1);
  });

  it('does not send a create again when the connection breaks after it took effect', async () => {
    sandbox.faults.add({
      match: { method: 'POST' },
      fault: { type: 'reset-after' },
    });
    const error = await failureOf(() =>
      run(createTask({ name: 'Pump', projects: [project] }))
    );
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(names()).to.eql(['Pump']);
    expect(sent()).to.have.length(1);
  });

  it('gets through resets, errors, pages of HTML and 429s', async () => {
    sandbox.faults.add({ match: { nth: 1 }, fault: { type: 'reset-before' } });
    sandbox.faults.add({ match: { nth: 1 }, fault: { type: 'error' } });
    sandbox.faults.add({
      match: { nth: 1 },
      fault: { type: 'error', status: 502 },
    });
    sandbox.faults.add({
      match: { nth: 1 },
      fault: { type: 'rate-limit', retryAfter: 3 },
    });
    const { data } = await run(request('/users/me'));
    expect(data).to.have.property('gid');
    expect(sandbox.requests.map(({ fault }) => fault)).to.eql([
      'reset-before',
      'error',
      'error',
      'rate-limit',
      undefined,
    ]);
  });

  it('waits for the quota instead of failing', async () => {
    sandbox.faults.add({
      match: { times: 3 },
      fault: { type: 'rate-limit', retryAfter: false },
    });
    const { data } = await run(
      createTask({ name: 'Pump', projects: [project] })
    );
    expect(data.name).to.equal('Pump');
    expect(names()).to.eql(['Pump']);
  });

  it('fails when the answer is cut off in the middle of the JSON', async () => {
    sandbox.faults.add({ fault: { type: 'truncated' } });
    const error = await failureOf(() => run(request('/users/me')));
    expect(error.code).to.equal('INVALID_RESPONSE');
  });

  it('never shows the token', async () => {
    await run(request('/users/me'), getTasks(project));
    expect(captured.lines.join('\n')).to.not.include(sandbox.token);
    expect(captured.lines).to.have.length.above(1);
  });
});
