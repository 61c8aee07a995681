import { expect } from 'chai';
import { completeAdvice } from '../src/complete-advice.js';
import { loginTo, secretOf, useSandboxes } from './support/sandboxes.js';
import { useTool } from './support/tool.js';

describe('Advice', () => {
  const tool = useTool();
  const start = useSandboxes();

  it('names the file that was given, whatever the command', () => {
    const called = { name: 'refresh', flags: [['--file', 'h.json']] } as const;
    expect(
      completeAdvice(
        'npx openfn-asana login --client-id <id>, npx openfn-asana revoke.',
        called
      )
    ).to.equal(
      'npx openfn-asana login --client-id <id> --file h.json, npx openfn-asana revoke --file h.json.'
    );
  });

  it('repeats the flags of a command for that command alone, and each once', () => {
    const flags = [['--no-browser'], ['--client-id', '5']] as const;
    const called = { name: 'login', flags };
    const advice = (text: string) => completeAdvice(text, called);

    expect(advice('npx openfn-asana login')).to.equal(
      'npx openfn-asana login --no-browser --client-id 5'
    );
    expect(advice('npx openfn-asana login --client-id <id>')).to.equal(
      'npx openfn-asana login --client-id <id> --no-browser'
    );
    for (const text of [
      'npx openfn-asana revoke',
      'npx openfn-asana login --help',
      'npx openfn-asana webhooks list',
    ]) {
      expect(advice(text)).to.equal(text);
    }
  });

  it('can be pasted into a shell', () => {
    const flags = [['--file', "it's $HOME.json"]] as const;
    expect(
      completeAdvice('npx openfn-asana whoami', { name: 'whoami', flags })
    ).to.equal("npx openfn-asana whoami --file 'it'\\''s $HOME.json'");
  });

  it('never leads from a sandbox to Asana, nor to the file that is usual', async () => {
    const sandbox = await start();
    const { err } = await tool.run(
      loginTo(sandbox, tool.file, '--no-browser', '--scope', 'default openid'),
      { input: ['no-code'], env: secretOf(sandbox) }
    );
    const { clientId } = sandbox.oauth.apps[0]!;

    expect(err).to.match(/^Log in again: (.*)$/m);
    const [, command] = /^Log in again: (.*)$/m.exec(err)!;
    expect(command).to.equal(
      `npx openfn-asana login --client-id ${clientId} --scope 'default openid' --no-browser --port 0 --base-url ${sandbox.url} --file ${tool.file}`
    );
  });

  for (const command of ['refresh', 'revoke']) {
    it(`after a wrong secret touches no other credential: ${command}`, async () => {
      const sandbox = await start();
      await tool.put({ ...sandbox.issueToken(), client_secret: 'wrong' });
      const { err } = await tool.run([command, '--file', tool.file]);

      expect(err).to.include(
        `npx openfn-asana login --client-id <id> --file ${tool.file}\n`
      );
      expect(err).not.to.include('logout');
    });
  }
});
