import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (tool: string, ...args: string[]) =>
  new Promise<Outcome>(resolve => {
    const flags = ['--import', 'tsx', '--experimental-vm-modules'];
    execFile(
      process.execPath,
      [...flags, '--no-warnings', `tools/${tool}.ts`, ...args],
      { cwd: root },
      (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    );
  });

describe('the commands for jobs', function () {
  // Each runs a process or a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  let folder: string;
  const path = (name: string) => join(folder, name);

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
    const { code, stdout } = await run(
      'compile-job',
      path('job.js'),
      '-acommon'
    );

    expect(code).to.equal(0);
    expect(stdout).to.include('export default [fn(state =>');
  });

  it('compile-job ends with 1 and the line where the job is wrong', async () => {
    const { code, stderr } = await run(
      'compile-job',
      path('bad.js'),
      '-acommon'
    );

    expect(code).to.equal(1);
    expect(stderr).to.match(/compile-job: .*bad\.js:1:11 – .*fnIf/);
  });

  it('run-workflow takes a state, and writes the one it ends with', async () => {
    const { code, stdout } = await run(
      'run-workflow',
      ...[path('workflow.json'), '--state', path('state.json')],
      ...['--output', path('output.json')]
    );

    expect(code).to.equal(0);
    expect(stdout).to.include('[one]');
    expect(JSON.parse(readFileSync(path('output.json'), 'utf8'))).to.deep.equal(
      { kept: true, data: {}, n: 2 }
    );
  });

  it('run-workflow ends with 1 if a step fails', async () => {
    writeFileSync(path('job.js'), `assert(false, 'Out of water');`);
    const { code, stdout } = await run('run-workflow', path('workflow.json'));

    expect(code).to.equal(1);
    expect(stdout).to.include('Out of water');
  });

  it('run-workflow explains a flag that there is not', async () => {
    const { code, stderr } = await run('run-workflow', '--stat', 'x');

    expect(code).to.equal(1);
    expect(stderr).to.match(/^\nrun-workflow: Unknown option '--stat'/);
  });
});
