import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/src/index.js';
import { readAsanaList } from '../../../tools/demo/pages.js';
import { ensureBuilt } from '../../jobs/built-adaptor.js';
import { runTool, type ToolOptions } from '../run-tool.js';

const demo = async (
  flags: readonly string[],
  options: ToolOptions = {}
): Promise<{ code: number | null; output: string }> => {
  const node = ['--experimental-vm-modules', '--no-warnings'];
  const { code, stdout, stderr } = await runTool('demo', flags, {
    node,
    ...options,
  });
  return { code, output: stdout + stderr };
};

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
        asana: 'credential.json',
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
  beforeEach(() => {
    sandbox.reset();
    // As `openfn-asana login` writes it.
    writeFileSync(
      join(folder, 'credential.json'),
      JSON.stringify(sandbox.issueToken())
    );
  });
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it('runs the workflow once and sums it up, without a token', async () => {
    const { code, output } = await demo(flags);
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

  it('ends with 1 and the cases that Asana refused, each of them once', async () => {
    sandbox.faults.add({
      match: { method: 'POST', path: '/tasks', nth: [1, 3] },
      fault: { type: 'error', status: 400, message: 'name: Too long' },
    });
    const { code, output } = await demo(flags);

    expect(code).to.equal(1);
    expect(output).to.match(
      /demo: 2 cases of "\w+" failed:\n {2}LR-\S+: .*Too long\n {2}LR-\S+: .*Too long\n\w/
    );
    expect(output.match(/Too long/g)).to.have.length(2);
  });

  it('ends with 1 and the reason, once, if a step fails', async () => {
    const { code, output } = await demo([...flags, '--form', 'aNowhere']);

    expect(code).to.equal(1);
    expect(output).to.match(
      /aNowhere: fetch-submissions failed, reported, [\d.]+ s\n\ndemo: The step "fetch-submissions" failed for "aNowhere": .*404/
    );
    expect(output.match(/404/g)).to.have.length(1);
  });

  it('tells once what to do if a step fails for a reason of Asana', async () => {
    const { output } = await demo([...flags, '--project', '999']);

    expect(output.match(/Check the gid/g)).to.have.length(1);
    expect(output).not.to.include('--kobo-url');
  });

  it('asks for the address of KoboToolbox if nothing answers there', async () => {
    // No service can listen on this port.
    const url = 'http://127.0.0.1:1';
    const { code, output } = await demo([...flags, '--kobo-url', url]);

    expect(code).to.equal(1);
    expect(output).to.include('ECONNREFUSED');
    expect(output).to.include(`Is --kobo-url right? The demo asked ${url}.\n`);
  });

  it('runs to its end if nobody reads what it writes', async () => {
    const { code, output } = await demo(flags, { unread: true });
    const tasks = await readAsanaList(
      sandbox,
      `/projects/${project}/tasks`,
      'name'
    );

    expect({ code, output }).to.deep.equal({ code: 0, output: '' });
    expect(tasks).not.to.have.length(0);
  });

  it('ends with 1 for a failure even if nobody reads what it writes', async () => {
    const { code, output } = await demo([...flags, '--form', 'aNowhere'], {
      unread: true,
    });

    expect(code).to.equal(1);
    expect(output).to.match(/^\ndemo: The step "fetch-submissions" failed/);
  });

  it('ends with 1 and the reason if there are no such credentials', async () => {
    const { code, output } = await demo([
      ...flags,
      ...['--credentials', 'none.json'],
    ]);

    expect(code).to.equal(1);
    expect(output).to.match(/^\ndemo: The file of credentials cannot be read/);
  });
});
