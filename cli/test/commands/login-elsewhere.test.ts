import { Readable, Writable } from 'node:stream';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { copyCode } from '../support/person.js';
import { loginTo, secretOf, useSandboxes } from '../support/sandboxes.js';
import { useTool } from '../support/tool.js';

describe('openfn-asana login --no-browser', () => {
  const tool = useTool();
  const start = useSandboxes();

  /** A person who gives a code as soon as the address is shown. */
  const login = (
    sandbox: Sandbox,
    codeFor: (url: string) => Promise<string>
  ) => {
    let shown: (url: string) => void;
    const address = new Promise<string>(resolve => (shown = resolve));
    async function* typed() {
      yield `${sandbox.oauth.apps[0]!.clientSecret}\n`;
      yield `${await codeFor(await address)}\n`;
    }
    const stderr = new Writable({
      write(chunk, _, done) {
        const [url] = /http:\S+oauth_authorize\S+/.exec(String(chunk)) ?? [];
        if (url !== undefined) shown(url);
        done();
      },
    });
    return tool.run(loginTo(sandbox, tool.file, '--no-browser'), {
      stdin: Readable.from(typed()),
      stderr,
    });
  };

  it('takes the code that the page shows, and opens nothing', async () => {
    const sandbox = await start({
      oauth: {
        apps: [{ clientId: '7', clientSecret: 'a-secret', pkce: true }],
      },
    });
    const { code } = await login(sandbox, copyCode);

    expect(code).to.equal(0);
    expect(tool.opened).to.deep.equal([]);
    expect(await tool.stored()).to.include({ client_id: '7' });
  });

  it('asks Asana to show the code', async () => {
    const sandbox = await start();
    let uri: string | null = null;
    await login(sandbox, async url => {
      uri = new URL(url).searchParams.get('redirect_uri');
      return copyCode(url);
    });

    expect(uri).to.equal('urn:ietf:wg:oauth:2.0:oob');
  });

  it('stores nothing for a code that was not copied whole', async () => {
    const sandbox = await start();
    const { code } = await login(sandbox, async url =>
      (await copyCode(url)).slice(0, -3)
    );

    expect(code).to.equal(1);
    expect(await tool.stored()).to.equal(undefined);
  });

  it('says what it waited for when the input ends', async () => {
    const sandbox = await start();
    const { code, err } = await tool.run(
      loginTo(sandbox, tool.file, '--no-browser'),
      { env: secretOf(sandbox) }
    );

    expect(code).to.equal(2);
    expect(err).to.include('The input ended before there was: Code');
  });
});
