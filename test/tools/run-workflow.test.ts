import { expect } from 'chai';
import lodash from 'lodash';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobCodeError } from '../../tools/compile/job-code-error.js';
import { runWorkflow } from '../../tools/workflow/run-workflow.js';
import {
  readCredentials,
  type Credentials,
} from '../../tools/workflow/credentials.js';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import { ensureBuilt } from '../jobs/built-adaptor.js';
import { WorkflowError } from '../../tools/workflow/workflow-error.js';

describe('the workflow runner', () => {
  let folder: string;
  let log: string[];
  let ended: string[];

  before(ensureBuilt);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workflow-'));
    log = [];
    ended = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) =>
    writeFileSync(join(folder, name), text);

  /** Writes a workflow of steps whose `job` is the code itself. */
  const workflow = (...steps: (JsonObject & { id: string; job: string })[]) => {
    for (const { id, job } of steps) write(`${id}.js`, job);
    write(
      'workflow.json',
      JSON.stringify({
        workflow: {
          name: 'test',
          steps: steps.map(step => ({
            adaptors: ['common'],
            expression: `${step.id}.js`,
            ...lodash.omit(step, 'job'),
          })),
        },
      })
    );
  };

  const run = (state: JsonObject = {}, credentials: Credentials = {}) =>
    runWorkflow({
      file: join(folder, 'workflow.json'),
      state,
      credentials,
      onEnd: ({ id, ok, problem }) =>
        ended.push(ok ? `${id} ended` : `${id} failed: ${problem}`),
      onLog: ({ level, text }) => log.push(`${level}: ${text}`),
    });

  const failureOf = async (work: Promise<unknown>): Promise<Error> => {
    try {
      await work;
    } catch (error) {
      return error as Error;
    }
    throw new Error('It did not fail.');
  };

  it('runs a single job with the adaptor of the checkout', async () => {
    write('job.js', 'fn(state => ({ ...state, seen: util.encode("a") }));');
    const final = await runWorkflow({
      file: join(folder, 'job.js'),
      state: {},
      credentials: {},
      onEnd: ({ id }) => ended.push(id),
      onLog: () => {},
    });
    expect(final).to.include({ seen: 'YQ==' });
    expect(ended).to.eql(['job']);
  });

  it('runs steps one after the other, and hands the state on', async () => {
    workflow(
      {
        id: 'one',
        job: 'fn(state => ({ ...state, n: state.n + 1 }));',
        next: { two: { condition: 'on_job_success' } },
      },
      { id: 'two', job: 'fn(state => ({ ...state, n: state.n * 10 }));' }
    );
    const state = await run({ n: 1 });

    expect(state.n).to.equal(20);
    expect(ended).to.deep.equal(['one ended', 'two ended']);
  });

  it('starts where the workflow says', async () => {
    workflow({ id: 'one', job: '' }, { id: 'two', job: '' });
    const text = JSON.stringify({
      options: { start: 'two' },
      steps: [
        { id: 'one', expression: 'one.js' },
        { id: 'two', expression: 'two.js' },
      ],
    });
    write('workflow.json', text);
    await run();

    expect(ended).to.deep.equal(['two ended']);
  });

  it('goes on to the step for failures, with what is known of the error', async () => {
    workflow(
      {
        id: 'one',
        job: `// A comment.\nassert(false, 'Out of water');`,
        next: {
          good: { condition: 'on_job_success' },
          bad: { condition: 'on_job_failure' },
        },
      },
      { id: 'good', job: '' },
      { id: 'bad', job: 'fn(state => state);' }
    );
    const { errors } = (await run()) as {
      errors: { one: { message: string; line: number; operationName: string } };
    };

    expect(ended).to.deep.equal(['one failed: Out of water', 'bad ended']);
    expect(errors.one).to.include({
      message: 'Out of water',
      line: 2,
      operationName: 'assert',
    });
  });

  it('keeps the details of an error that the adaptor throws', async () => {
    workflow({
      id: 'one',
      job: `getTask('not a gid');`,
      adaptors: ['asana'],
      configuration: { token: 'some-token' },
    });
    const { errors } = (await run()) as {
      errors: { one: { name: string; details: JsonObject } };
    };

    expect(errors.one.name).to.equal('AdaptorError');
    expect(errors.one.details).to.include({ code: 'INVALID_ARGUMENT' });
  });

  it('gives a step its credential, and takes it and the response off after', async () => {
    workflow(
      {
        id: 'one',
        job: `fn(state => ({ ...state, name: state.configuration.name, response: 1 }));`,
        configuration: 'some',
        next: { two: true },
      },
      {
        id: 'two',
        job: 'fn(state => ({ ...state, keys: Object.keys(state) }));',
      }
    );
    const state = await run({}, { some: { name: 'Sam', token: 'secret' } });

    expect(state.name).to.equal('Sam');
    expect(state.keys).not.to.include('response');
    expect(state).not.to.have.property('configuration');
  });

  it('takes the path of a file for a credential, beside the workflow or in the file of credentials', async () => {
    workflow(
      {
        id: 'one',
        job: `log($.configuration.access_token, $.configuration.name);`,
        configuration: 'login.json',
        next: { two: true },
      },
      {
        id: 'two',
        job: `log($.configuration.access_token, $.configuration.name);`,
        configuration: 'asana',
      }
    );
    write('login.json', '{ "access_token": "a-secret", "name": "Sam" }');
    write('credentials.json', '{ "asana": "./login.json" }');
    await run({}, readCredentials(join(folder, 'credentials.json')));

    expect(log).to.deep.equal(['info: *** Sam', 'info: *** Sam']);
  });

  it('passes on what jobs and adaptors write, without secrets', async () => {
    workflow({
      id: 'one',
      job: `log('token is', $.configuration.token);
            fn(state => { console.warn('careful'); return state; });`,
      configuration: 'some',
    });
    await run({}, { some: { token: 'a-secret' } });

    expect(log).to.deep.equal(['info: token is ***', 'warn: careful']);
  });

  it('writes nothing of its own when a step fails', async () => {
    workflow({ id: 'one', job: `assert(false, 'Out of water');` });
    await run();

    expect(log).to.deep.equal([]);
  });

  it('tells why a step failed, without secrets', async () => {
    workflow({
      id: 'one',
      job: `fn(({ configuration: { token } }) => { throw new Error(token); });`,
      configuration: 'some',
    });
    await run({}, { some: { token: 'a-secret' } });

    expect(ended).to.deep.equal(['one failed: ***']);
  });

  it('tells what can be done about it, without secrets', async () => {
    workflow({
      id: 'one',
      job: `getTask('https://app.asana.com/0/1206933955023739/');`,
      adaptors: ['asana'],
      configuration: 'some',
    });
    const fixes: (string | undefined)[] = [];
    await runWorkflow({
      file: join(folder, 'workflow.json'),
      credentials: { some: { token: 'x-x', password: '1206933955023739' } },
      onEnd: ({ fix }) => fixes.push(fix),
    });

    expect(fixes).to.deep.equal([
      'Give the gid alone; in this URL that is one of ***.',
    ]);
  });

  it('reads a job by its absolute path', async () => {
    const expression = join(folder, 'one.js');
    workflow({ id: 'one', job: 'fn(state => state);', expression });
    await run();

    expect(ended).to.deep.equal(['one ended']);
  });

  it('gives every run adaptors of its own', async () => {
    workflow({
      id: 'one',
      // This key of `cursor` is remembered by the adaptor as long as it lives.
      job: `fnIf($.first, cursor('a', { key: 'page' })); cursor('b');`,
    });
    const first = await run({ first: true });
    const second = await run();

    expect(first.page).to.equal('b');
    expect(second).to.include({ cursor: 'b' }).and.not.have.property('page');
  });

  it('throws what the compiler refuses, before any step has run', async () => {
    workflow(
      { id: 'one', job: '', next: { two: true } },
      { id: 'two', job: `if (true) log('a');` }
    );

    expect(await failureOf(run())).to.be.instanceOf(JobCodeError);
    expect(ended).to.deep.equal([]);
  });

  describe('refuses', () => {
    const refused = async (message: RegExp, credentials: Credentials = {}) => {
      const error = await failureOf(run({}, credentials));
      expect(error).to.be.instanceOf(WorkflowError);
      expect(error.message).to.match(message);
      expect(ended).to.deep.equal([]);
    };

    it('a workflow that is not there', () => refused(/cannot be read/));

    it('one that is not JSON', () => {
      write('workflow.json', '{');
      return refused(/is not JSON/);
    });

    it('one that is not JSON, without quoting it', async () => {
      write('workflow.json', '{ "token": a-secret }');
      await refused(/is not JSON: Unexpected token 'a'\.$/);
    });

    it('one without steps', () => {
      write('workflow.json', '{ "workflow": {} }');
      return refused(/has no "steps"/);
    });

    it('two steps of the same id', () => {
      workflow({ id: 'one', job: '' }, { id: 'one', job: '' });
      return refused(/two steps "one"/);
    });

    it('a job that is not a file', () => {
      workflow({ id: 'one', job: '', expression: 'fn(state => state)' });
      return refused(/no path of a \.js file/);
    });

    it('an adaptor that is not installed', () => {
      workflow({ id: 'one', job: '', adaptors: ['nowhere'] });
      return refused(/@openfn\/language-nowhere is not installed/);
    });

    it('another major version of an adaptor', () => {
      workflow({ id: 'one', job: '', adaptors: ['common@2.0.0'] });
      return refused(/asks for common@2\.0\.0, but version 3\./);
    });

    it('a step whose credential is missing', () => {
      workflow({ id: 'one', job: '', configuration: 'some' });
      return refused(/needs the credential "some"/, { other: {} });
    });

    it('a step whose credential is in a file that is not there', () => {
      workflow({ id: 'one', job: '', configuration: 'nowhere.json' });
      return refused(/^The credential cannot be read: .*nowhere\.json/);
    });

    it('a step whose credential is no object', () => {
      workflow({ id: 'one', job: '', configuration: 'some' });
      return refused(/credential "some", and that is not an object/, {
        some: null as unknown as JsonObject,
      });
    });

    it('what it would have to pass over in silence', () => {
      write(
        'workflow.json',
        '{ "globals": "x.js", "steps": [{ "id": "a", "expression": "a.js" }] }'
      );
      return refused(/"globals", which this runner does not know/);
    });
  });
});
