import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { loginTo, secretOf, useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('A credential in a git repository', () => {
  const tool = useTool();
  const start = useSandboxes();
  let sandbox: Sandbox;
  let folder: string;

  beforeEach(async () => {
    sandbox = await start();
    folder = join(tool.home, 'project', 'jobs');
    await mkdir(folder, { recursive: true });
    git('init', '--quiet');
  });

  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: join(folder, '..'),
      env: { PATH: process.env['PATH'], HOME: tool.home },
      stdio: 'pipe',
    });
  const file = () => join(folder, 'credential.json');
  const login = (env = {}) =>
    tool.run(loginTo(sandbox, file()), {
      env: { ...secretOf(sandbox), ...env },
    });

  it('is refused before anybody logs in, with the line that ignores it', async () => {
    const { code, err } = await login();

    expect(code).to.equal(1);
    expect(err).to.include(`Git would commit ${file()}`);
    expect(err).to.include(
      `echo '/jobs/credential.json*' >> ${join(tool.home, 'project/.gitignore')}`
    );
    expect(tool.opened).to.deep.equal([]);
  });

  it('is stored after that line', async () => {
    const { err } = await login();
    const [, command] = /Have git ignore it: (.*)/.exec(err)!;
    execFileSync('sh', ['-c', command!]);

    expect((await login()).code).to.equal(0);
    await writeFile(`${file()}.2527458908`, 'what a killed write leaves');
    git('add', '--all');
    expect(String(git('ls-files'))).to.equal('.gitignore\n');
  });

  it('is refused where git ignores it, but not what a killed write leaves', async () => {
    await writeFile(join(folder, '.gitignore'), '/credential.json\n');
    const { code, err } = await login();

    expect(code).to.equal(1);
    expect(err).to.include("echo '/jobs/credential.json*' >>");
  });

  it('is refused although ignored when it has been added already', async () => {
    await writeFile(file(), '{}', { mode: 0o600 });
    git('add', '--all');
    await writeFile(join(folder, '../.gitignore'), 'credential.json\n');

    const { err } = await login();
    expect(err).to.include(
      `git -C ${join(tool.home, 'project')} rm --cached jobs/credential.json`
    );
    expect(err).to.include('every version of the file');
    expect(err).to.include(`npx openfn-asana revoke --file ${file()}`);
  });

  it('is refused in a folder that is not there yet', async () => {
    const deep = join(folder, 'deep/er/credential.json');
    const { code, err } = await tool.run(loginTo(sandbox, deep), {
      env: secretOf(sandbox),
    });
    expect(code).to.equal(1);
    expect(err).to.include('Git would commit');
  });

  it('is not refreshed there either', async () => {
    const before = sandbox.issueToken();
    await writeFile(file(), JSON.stringify(before), { mode: 0o600 });
    const { code } = await tool.run(['refresh', '--file', file()]);

    expect(code).to.equal(1);
    expect(sandbox.requests).to.have.length(0);
  });

  it('is refused when git cannot be asked', async () => {
    const { code, err } = await login({ PATH: join(tool.home, 'empty') });
    expect(code).to.equal(1);
    expect(err).to.include('git could not say whether');
  });

  it('is judged by its own repository, whatever the variables of a hook say', async () => {
    const other = join(tool.home, 'other.git');
    git('init', '--quiet', '--bare', other);
    await writeFile(join(other, 'info/exclude'), '*\n');
    const { err } = await login({
      GIT_DIR: other,
      GIT_WORK_TREE: join(folder, '..'),
    });
    expect(err).to.include('Git would commit');
  });

  it('starts no program that a repository names', async () => {
    const trap = join(tool.home, 'trap.sh');
    await writeFile(trap, `#!/bin/sh\ntouch ${tool.home}/sprung\n`);
    await chmod(trap, 0o700);
    await writeFile(join(folder, 'a'), '');
    git('add', '--all');
    git('config', 'core.fsmonitor', trap);
    git('status');
    const { existsSync, rmSync } = await import('node:fs');
    expect(existsSync(join(tool.home, 'sprung'))).to.equal(true);
    rmSync(join(tool.home, 'sprung'));
    await login();
    expect(existsSync(join(tool.home, 'sprung'))).to.equal(false);
  });
});
