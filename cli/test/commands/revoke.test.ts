import { access } from 'node:fs/promises';
import { expect } from 'chai';
import { useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('openfn-asana revoke', () => {
  const tool = useTool();
  const start = useSandboxes();
  const revoke = () => tool.run(['revoke', '--file', tool.file]);

  it('ends the login at Asana, and removes the file', async () => {
    const sandbox = await start();
    const credential = sandbox.issueToken();
    await tool.put(credential);
    const { code } = await revoke();

    expect(code).to.equal(0);
    expect(await tool.stored()).to.equal(undefined);
    await tool.put(credential);
    expect((await tool.run(['refresh', '--file', tool.file])).code).to.equal(3);
  });

  it('leaves the file when Asana could not be told', async () => {
    const sandbox = await start({
      faults: [{ fault: { type: 'error', status: 503 } }],
    });
    await tool.put(sandbox.issueToken());
    const { code } = await revoke();

    expect(code).to.equal(1);
    expect(await tool.stored()).not.to.equal(undefined);
  });

  it('leaves a personal access token beside the login, which it did not end', async () => {
    const sandbox = await start();
    await tool.put({ ...sandbox.issueToken(), token: 'a-token', timeout: 30 });
    const { code, out } = await revoke();

    expect(code).to.equal(0);
    expect(out).to.include('and left the personal access token in');
    expect(await tool.stored()).to.deep.equal({
      apiVersion: '1.0',
      timeout: 30,
      token: 'a-token',
      baseUrl: sandbox.url,
    });
  });

  it('says how a personal access token is revoked, and leaves it', async () => {
    const sandbox = await start();
    await tool.put(sandbox.configuration);
    const { code, err } = await revoke();

    expect(code).to.equal(1);
    expect(err).to.include('Delete it at https://app.asana.com/0/my-apps');
    expect(await tool.stored()).not.to.equal(undefined);
    expect(sandbox.requests).to.have.length(0);
  });
});

describe('openfn-asana logout', () => {
  const tool = useTool();
  const start = useSandboxes();
  const logout = () => tool.run(['logout', '--file', tool.file]);

  it('removes the file, and says that Asana still knows the login', async () => {
    const sandbox = await start();
    await tool.put(sandbox.issueToken());
    const { code, out, err } = await logout();

    expect(code).to.equal(0);
    expect(out).to.equal(`Removed ${tool.file}\n`);
    expect(err).to.include('Asana still knows the login');
    expect(await tool.stored()).to.equal(undefined);
    expect(sandbox.requests).to.have.length(0);
  });

  it('removes what others can read as well', async () => {
    await tool.put({ token: 'a-personal-token' }, 0o644);
    const { code, err } = await logout();
    expect(code).to.equal(0);
    expect(err).to.include('Asana still takes the personal access token');
  });

  it('is content when there is nothing to remove', async () => {
    expect(await logout()).to.deep.equal({
      code: 0,
      out: `Nobody is logged in: there is no ${tool.file}\n`,
      err: '',
    });
  });

  it('removes nothing that is no credential', async () => {
    await tool.put({ name: 'package', version: '1.0.0' });
    const { code, err } = await logout();

    expect(code).to.equal(1);
    expect(err).to.include('is no Asana credential');
    await access(tool.file);
  });
});
