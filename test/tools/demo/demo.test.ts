import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index.js';
import { readAsanaList } from '../../../tools/demo/pages.js';
import { ensureBuilt } from '../../jobs/built-adaptor.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly output: string;
}

const demo = (...flags: string[]) =>
  new Promise<Outcome>(resolve => {
    execFile(
      process.execPath,
      [
        '--import',
        'tsx',
        '--experimental-vm-modules',
        '--no-warnings',
        'tools/demo.ts',
        ...flags,
      ],
      { cwd: root },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : 0,
          output: stdout + stderr,
        })
    );
  });

describe('the demo with real services', function () {
  // Each runs a process or a whole workflow, on whatever machine there is.
  this.timeout(60_000);

  let sandbox: Sandbox;
  let folder: string;
  let flags: string[];
  let project: string;

  before(async () => {
    ensureBuilt();
    sandbox = await startSandbox();
    folder = mkdtempSync(join(tmpdir(), 'demo-'));
    const file = join(folder, 'credentials.json');
    writeFileSync(
      file,
      JSON.stringify({
        asana: sandbox.configuration,
        kobo: { access_token: sandbox.kobo.token },
      })
    );
    const projects = await readAsanaList(sandbox, '/projects', 'name');
    project = String(projects[0]!.gid);
    flags = [
      ...['--credentials', file, '--project', project],
      ...['--form', sandbox.kobo.forms[0]!.uid],
      ...['--kobo-url', sandbox.kobo.url, '--since', '2026-05-08'],
    ];
  });
  beforeEach(() => sandbox.reset());
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it('runs the workflow once and sums it up, without a token', async () => {
    const { code, output } = await demo(...flags);
    const tasks = await readAsanaList(
      sandbox,
      `/projects/${project}/tasks`,
      'name'
    );

    expect(code, output).to.equal(0);
    expect(tasks).not.to.have.length(0);
    expect(output).to.match(new RegExp(` ${tasks.length} +0 +\\d`));
    expect(output).not.to.include(sandbox.token);
    expect(output).not.to.include(sandbox.kobo.token);
  });

  it('ends with 1 and the reason if Asana refuses a task', async () => {
    sandbox.faults.add({
      match: { method: 'POST', path: '/tasks', nth: 1 },
      fault: { type: 'error', status: 400, message: 'name: Too long' },
    });
    const { code, output } = await demo(...flags);

    expect(code).to.equal(1);
    expect(output).to.match(/demo: Asana refused 1 task of .*name: Too long/);
  });

  it('ends with 1 and the reason if a step fails', async () => {
    const { code, output } = await demo(...flags, '--form', 'aNowhere');

    expect(code).to.equal(1);
    expect(output).to.match(
      /demo: The step "fetch-submissions" failed for "aNowhere": .*404/
    );
  });

  it('ends with 1 and the reason if there are no such credentials', async () => {
    const { code, output } = await demo(...flags, '--credentials', 'none.json');

    expect(code).to.equal(1);
    expect(output).to.match(/^\ndemo: The file of credentials cannot be read/);
  });
});
