import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../jobs/built-adaptor.js';
import { runTool } from './run-tool.js';

describe('the commands for jobs', function () {
  // Each runs a process or a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  let folder: string;
  const path = (name: string) => join(folder, name);

  before(ensureBuilt);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'command-'));
    writeFileSync(path('job.js'), `fn(state => ({ ...state, n: 2 }));`);
    writeFileSync(path('bad.js'), `if (true) fn(state => state);`);
    writeFileSync(
      path('workflow.json'),
      JSON.stringify({
        steps: [{ id: 'one', adaptor: 'common', expression: 'job.js' }],
      })
    );
    writeFileSync(path('state.json'), '{ "kept": true }');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('compile-job prints the job as it is compiled', async () => {
    const { code, stdout } = await runTool('compile-job', [
      path('job.js'),
      '-acommon',
    ]);

    expect(code).to.equal(0);
    expect(stdout).to.include('export default [fn(state =>');
  });

  it('compile-job ends with 1 and the line where the job is wrong', async () => {
    const { code, stderr } = await runTool('compile-job', [
      path('bad.js'),
      '-acommon',
    ]);

    expect(code).to.equal(1);
    expect(stderr).to.match(/compile-job: .*bad\.js:1:11 – .*fnIf/);
  });

  it('run-workflow takes a state, and writes the one it ends with', async () => {
    const { code, stdout } = await runTool('run-workflow', [
      ...[path('workflow.json'), '--state', path('state.json')],
      ...['--output', path('output.json')],
    ]);

    expect(code).to.equal(0);
    expect(stdout).to.equal('[one]\n');
    expect(JSON.parse(readFileSync(path('output.json'), 'utf8'))).to.deep.equal(
      { kept: true, data: {}, n: 2 }
    );
  });

  it('run-workflow ends with 1 and the reason if a step fails', async () => {
    writeFileSync(path('job.js'), `assert(false, 'Out of water');`);
    const { code, stdout, stderr } = await runTool('run-workflow', [
      path('workflow.json'),
      ...['--output', path('output.json')],
    ]);

    // Nothing else: no empty lines, and no warning of Node.js.
    expect({ code, stdout, stderr }).to.deep.equal({
      code: 1,
      stdout: '[one]\n',
      stderr: 'The step one failed: Out of water\n',
    });
  });

  it('run-workflow says what can be done about a failure', async () => {
    writeFileSync(path('job.js'), `getTask('no gid');`);
    writeFileSync(
      path('workflow.json'),
      JSON.stringify({
        steps: [{ id: 'one', adaptor: 'asana', expression: 'job.js' }],
      })
    );
    const { stderr } = await runTool('run-workflow', [
      path('workflow.json'),
      ...['--output', path('output.json')],
    ]);

    expect(stderr).to.match(/The step one failed: getTask: .*\nfix: A gid is/);
  });

  it('run-workflow does not repeat what a step has said of the failure', async () => {
    writeFileSync(
      path('job.js'),
      `fn(() => { console.error('Alas: no rain'); throw new Error('no rain'); });`
    );
    const { stderr } = await runTool('run-workflow', [path('workflow.json')]);

    expect(stderr).to.equal('  Alas: no rain\n');
  });

  it('run-workflow ends with 1 and the place where a job cannot go on', async () => {
    writeFileSync(path('job.js'), `\nfn(() => n); const n = (() => n)();`);
    const { code, stderr } = await runTool('run-workflow', [
      path('workflow.json'),
    ]);

    expect(code).to.equal(1);
    expect(stderr).to.match(
      /^\nrun-workflow: The workflow cannot go on: .*'n' before.*, line 2\.\n$/
    );
  });

  it('run-workflow explains a flag that there is not', async () => {
    const { code, stderr } = await runTool('run-workflow', ['--stat', 'x']);

    expect(code).to.equal(1);
    expect(stderr).to.match(/^\nrun-workflow: Unknown option '--stat'/);
  });

  it('run-workflow says how it is used', async () => {
    const { code, stdout } = await runTool('run-workflow', ['--help']);

    expect(code).to.equal(0);
    expect(stdout).to.include(
      'tools/run-workflow.ts <job.js or workflow.json>'
    );
  });

  it('run-workflow finishes if nobody reads what it writes', async () => {
    const { code, stderr } = await runTool(
      'run-workflow',
      [path('workflow.json'), '--output', path('output.json')],
      { unread: true }
    );

    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(readFileSync(path('output.json'), 'utf8')).to.include('"n": 2');
  });
});
