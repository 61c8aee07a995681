import { expect } from 'chai';
import { useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('openfn-asana login --token', () => {
  const tool = useTool();
  const start = useSandboxes();

  const login = (url: string, token: string) =>
    tool.run(['login', '--token', '--base-url', url, '--file', tool.file], {
      input: [token],
    });

  it('stores a token that Asana takes', async () => {
    const { url, token } = await start();
    const { code, out } = await login(url, token);

    expect(code).to.equal(0);
    expect(out).to.match(/^Logged in as Amina Diallo\.\n/);
    expect(await tool.stored()).to.deep.equal({
      apiVersion: '1.0',
      token,
      baseUrl: url,
    });
    expect(await tool.mode()).to.equal('600');
  });

  it('says where to make a new one when Asana does not take it', async () => {
    const { url } = await start();
    const { code, err } = await login(url, '2/1/2:0123456789abcdef');

    expect(code).to.equal(1);
    expect(err).to.include('Asana does not take the token');
    expect(err).to.include('https://app.asana.com/0/my-apps');
    expect(await tool.stored()).to.equal(undefined);
  });

  it('stores nothing when Asana cannot be asked', async () => {
    const sandbox = await start();
    const { url, token } = sandbox;
    await sandbox.close();
    const { code, err } = await login(url, token);

    expect(code).to.equal(1);
    expect(err).to.match(
      /gave no answer \(ECONNREFUSED\)\.\nSee whether the sandbox runs/
    );
    expect(await tool.stored()).to.equal(undefined);
  });

  for (const [before, after, said] of [
    ['Bearer ', '', 'the word "Bearer" in front of it'],
    ['"', '"', 'quotes around it'],
    ['{"token":"', '"}', 'it is JSON'],
    ['a ', '', 'a space or a letter'],
  ] as const) {
    it(`tells what was copied along with it, before it is sent: ${before}…${after}`, async () => {
      const { url, token, requests } = await start();
      const { code, err } = await login(url, `${before}${token}${after}`);

      expect(code).to.equal(2);
      expect(err).to.match(/^Personal access token: what was given has /);
      expect(err).to.include(said);
      expect(err).not.to.include(token);
      expect(requests).to.have.length(0);
    });
  }

  it('passes over empty lines in front of it', async () => {
    const { url, token } = await start();
    expect((await login(url, `\n  \n${token}`)).code).to.equal(0);
  });

  it('does not replace a login with OAuth, which nobody could revoke then', async () => {
    const sandbox = await start();
    const before = sandbox.issueToken();
    await tool.put(before);
    const { code, err } = await login(sandbox.url, sandbox.token);

    expect(code).to.equal(1);
    expect(err).to.include(`npx openfn-asana revoke --file ${tool.file}\n`);
    expect(await tool.stored()).to.deep.equal(before);
    expect(sandbox.requests).to.have.length(0);
  });

  it('takes the place of another token, and leaves the other settings', async () => {
    const sandbox = await start();
    await tool.put({ token: 'an-old-token', workspaceGid: '5' });
    await login(sandbox.url, sandbox.token);

    expect(await tool.stored()).to.deep.equal({
      apiVersion: '1.0',
      workspaceGid: '5',
      token: sandbox.token,
      baseUrl: sandbox.url,
    });
  });

  for (const args of [
    ['--token', 'a-token-as-argument'],
    ['--token=a-token-as-argument'],
    ['--client-secret', 'a-token-as-argument'],
    ['--client-secret=a-token-as-argument'],
    ['--access-token=a-token-as-argument'],
  ]) {
    it(`refuses a secret as an argument, and does not repeat it: ${args.join(' ')}`, async () => {
      const { code, out, err } = await tool.run(['login', ...args]);

      expect(code).to.equal(2);
      expect(out).to.equal('');
      expect(err).to.include('make a new one');
      expect(err).not.to.include('a-token-as-argument');
    });
  }
});
