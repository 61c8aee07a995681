import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import type { Sandbox } from '../../../sandbox/src/index.js';
import { addressAfter, decide, visit } from '../support/person.js';
import { loginTo, secretOf, useSandboxes } from '../support/sandboxes.js';
import { useTool, type Wish } from '../support/tool.js';

describe('openfn-asana login', () => {
  const tool = useTool();
  const start = useSandboxes();

  const login = (sandbox: Sandbox, wish: Wish = {}, ...more: string[]) =>
    tool.run(loginTo(sandbox, tool.file, ...more), {
      env: secretOf(sandbox),
      ...wish,
    });

  /** A browser that does something else than to allow everything. */
  const browsing = (visit: (url: string) => Promise<unknown>) => {
    let done: Promise<unknown> = Promise.resolve();
    return {
      openBrowser: async (url: string) => void (done = visit(url)),
      done: () => done,
    };
  };

  it('stores what a job needs, for its owner alone', async () => {
    const sandbox = await start();
    const now = Date.UTC(2026, 0, 15, 10);
    const outcome = await login(sandbox, { now: () => now });

    expect(outcome.code).to.equal(0);
    const stored = (await tool.stored())!;
    expect(Object.keys(stored)).to.have.members([
      ...['apiVersion', 'access_token', 'refresh_token', 'client_id'],
      ...['client_secret', 'expires_at', 'scope', 'baseUrl'],
    ]);
    const [app] = sandbox.oauth.apps;
    expect(stored).to.include({
      apiVersion: '1.0',
      client_id: app!.clientId,
      client_secret: app!.clientSecret,
      expires_at: now / 1000 + 3600,
      scope: 'default',
      baseUrl: sandbox.url,
    });
    expect(await tool.mode()).to.equal('600');
    const answer = await fetch(`${sandbox.url}/api/1.0/users/me`, {
      headers: { authorization: `Bearer ${String(stored['access_token'])}` },
    });
    expect(answer.status).to.equal(200);
  });

  it('says how a workflow uses the file, whose name must end in .json', async () => {
    const sandbox = await start();
    const named = async (name: string) => {
      const file = `${tool.home}/${name}`;
      const env = secretOf(sandbox);
      return (await tool.run(loginTo(sandbox, file), { env })).out;
    };

    expect(await named('asana.json')).to.include(
      `"configuration": "${tool.home}/asana.json"`
    );
    expect(await named('asana.txt')).to.include('that ends in .json');
  });

  it('says who logged in and where the credential is, and shows a plain page', async () => {
    const sandbox = await start();
    const { out } = await login(sandbox);

    expect(out).to.match(/^Logged in as Amina Diallo <.+@.+>\.\n/);
    expect(out).to.include(tool.file);
    const page = await tool.page();
    expect(page.status).to.equal(200);
    expect(page.text).to.include('You are logged in');
    expect(page.text).not.to.match(/<(script|form|link|img)|https?:/);
  });

  it('asks with PKCE, a state, and an address on this machine', async () => {
    const sandbox = await start({
      oauth: {
        apps: [{ clientId: '77', clientSecret: 'a-secret', pkce: true }],
      },
    });
    const [first, second] = [await login(sandbox), await login(sandbox)];

    expect([first.code, second.code]).to.deep.equal([0, 0]);
    const [one, two] = tool.opened.map(url => new URL(url).searchParams);
    expect(one!.get('code_challenge_method')).to.equal('S256');
    expect(one!.get('redirect_uri')).to.match(
      /^http:\/\/localhost:\d+\/callback$/
    );
    for (const name of ['state', 'code_challenge']) {
      expect(one!.get(name)).to.have.length.above(40);
      expect(one!.get(name)).not.to.equal(two!.get(name));
    }
  });

  it('stores nothing when somebody chooses "Deny", and says so', async () => {
    const sandbox = await start();
    const browser = browsing(url => decide(url, 'deny'));
    const { code, err } = await login(sandbox, browser);

    expect(code).to.equal(1);
    expect(err).to.include('somebody chose "Deny"');
    expect(await browser.done()).to.have.property('status', 200);
    expect(((await browser.done()) as { text: string }).text).to.include(
      'The login failed'
    );
    expect(await tool.stored()).to.equal(undefined);
  });

  it('turns away who comes with another state, and goes on waiting', async () => {
    const sandbox = await start();
    const statuses: number[] = [];
    const browser = browsing(async url => {
      const back = await addressAfter(url);
      for (const state of ['', 'a-state-of-somebody-else']) {
        const wrong = new URL(back);
        wrong.searchParams.set('state', state);
        statuses.push((await visit(wrong.href)).status);
      }
      const without = new URL(back);
      without.searchParams.delete('state');
      statuses.push((await visit(without.href)).status);
      statuses.push((await visit(back)).status);
    });
    const { code } = await login(sandbox, browser);
    await browser.done();

    expect(statuses).to.deep.equal([400, 400, 400, 200]);
    expect(code).to.equal(0);
  });

  it('does not send a code that came with another state to Asana', async () => {
    const sandbox = await start({ oauth: { state: 'wrong' } });
    const interruption = new AbortController();
    const browser = browsing(async url => {
      const page = await decide(url);
      interruption.abort();
      return page;
    });
    const { code } = await login(sandbox, {
      ...browser,
      interrupted: interruption.signal,
    });

    expect(code).to.equal(130);
    expect(await browser.done()).to.have.property('status', 400);
    expect(
      sandbox.requests.filter(({ path }) => path.includes('oauth_token'))
    ).to.have.length(0);
  });

  it('takes one callback: a second one changes nothing', async () => {
    const sandbox = await start();
    let back = '';
    let second: { status: number } | undefined;
    const browser = browsing(async url => {
      back = await addressAfter(url);
      return visit(back);
    });
    const { code } = await login(sandbox, {
      ...browser,
      fetch: async (...request) => {
        second = await visit(back);
        return fetch(...request);
      },
    });

    expect(code).to.equal(0);
    expect(second).to.have.property('status', 409);
    expect(await browser.done()).to.have.property('status', 200);
    expect(
      sandbox.requests.filter(({ path }) => path.includes('oauth_token'))
    ).to.have.length(1);
  });

  it('takes nothing but a GET of the callback, by the name of this machine', async () => {
    const sandbox = await start();
    const statuses: number[] = [];
    const browser = browsing(async url => {
      const back = await addressAfter(url);
      const { origin, port, search } = new URL(back);
      statuses.push((await visit(`${origin}/favicon.ico`)).status);
      statuses.push((await visit(`${origin}/callback/x${search}`)).status);
      statuses.push((await visit(back, { method: 'POST' })).status);
      for (const [path, host] of [
        [`/callback${search}`, 'evil.example'],
        ['//', `localhost:${port}`],
      ] as const) {
        statuses.push(await knock(Number(port), path, host));
      }
      statuses.push((await visit(back)).status);
    });
    const { code } = await login(sandbox, browser);
    await browser.done();

    expect(statuses).to.deep.equal([404, 404, 405, 421, 404, 200]);
    expect(code).to.equal(0);
  });

  it('listens wherever a browser looks for localhost, and nowhere else', async () => {
    const sandbox = await start();
    const hosts = ['127.0.0.1', '127.0.0.2', '::1', ...addressesOfOthers()];
    const reached: boolean[] = [];
    const browser = browsing(async url => {
      const back = new URL(new URL(url).searchParams.get('redirect_uri')!);
      for (const host of hosts) {
        reached.push(await isReached(Number(back.port), host));
      }
      await decide(url);
    });
    await login(sandbox, browser);
    await browser.done();

    const [v4, another, v6, ...others] = reached;
    expect([v4, another, v6]).to.deep.equal([true, false, hasIpv6()]);
    expect(others).not.to.include(true);
  });

  it('gives up when nobody comes back in time, and frees the port', async () => {
    const sandbox = await start();
    const waits: number[] = [];
    let address = '';
    const outcome = await login(
      sandbox,
      {
        after: (milliseconds, callback) => {
          waits.push(milliseconds);
          setImmediate(callback);
          return () => {};
        },
        openBrowser: async url => {
          address = new URL(url).searchParams.get('redirect_uri')!;
        },
      },
      '--timeout',
      '7'
    );

    expect(waits).to.deep.equal([7000]);
    expect(outcome.code).to.equal(1);
    expect(outcome.err).to.include('Nobody came back from Asana within 7 sec');
    const { clientId } = sandbox.oauth.apps[0]!;
    const compared = `the client ID ${clientId} and the redirect URL ${address}\n`;
    // While it waits, and when it gives up.
    expect(outcome.err.split(compared)).to.have.length(3);
    expect(await tool.stored()).to.equal(undefined);
    expect(
      await isReached(Number(new URL(address).port), '127.0.0.1')
    ).to.equal(false);
  });

  for (const host of ['127.0.0.1', '::1']) {
    it(`says that a port is taken, and what to do: ${host}`, async function () {
      if (host === '::1' && !hasIpv6()) return this.skip();
      const sandbox = await start();
      const other = createServer().listen(0, host);
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      try {
        const { code, err } = await login(sandbox, {}, '--port', String(port));
        expect(code).to.equal(1);
        expect(err).to.match(
          new RegExp(`^Port ${port} is taken by another program\\.\nChoose`)
        );
        expect(err).to.include('--no-browser');
        expect(tool.opened).to.deep.equal([]);
        expect(await isReached(port, '127.0.0.1')).to.equal(
          host === '127.0.0.1'
        );
      } finally {
        other.close();
      }
    });
  }

  for (const [what, after, code] of [
    ['its time is over', (_: number, end: () => void) => end, 1],
    ['Ctrl+C comes', () => undefined, 130],
  ] as const) {
    it(`does not wait for a program that opens the browser and does not end, once ${what}`, async () => {
      const sandbox = await start();
      const interruption = new AbortController();
      let closeBrowser = () => {};
      const outcome = await login(sandbox, {
        interrupted: interruption.signal,
        after: (milliseconds, callback) => {
          const end = after(milliseconds, callback);
          if (end !== undefined) setImmediate(end);
          return () => {};
        },
        openBrowser: () => {
          setImmediate(() => code === 130 && interruption.abort());
          return new Promise(resolve => (closeBrowser = resolve));
        },
      }).finally(() => closeBrowser());

      expect(outcome.code).to.equal(code);
    });
  }

  it('stops on Ctrl+C and leaves everything as it was', async () => {
    const sandbox = await start();
    const interruption = new AbortController();
    let address = '';
    const { code, err } = await login(sandbox, {
      interrupted: interruption.signal,
      openBrowser: async url => {
        address = new URL(url).searchParams.get('redirect_uri')!;
        interruption.abort();
      },
    });

    expect(code).to.equal(130);
    expect(err).to.include('Interrupted.');
    expect(await tool.stored()).to.equal(undefined);
    expect(
      await isReached(Number(new URL(address).port), '127.0.0.1')
    ).to.equal(false);
  });

  it('goes on where no browser can be opened: the address is shown', async () => {
    const sandbox = await start();
    let page: Promise<unknown> | undefined;
    const { code, err } = await login(sandbox, {
      openBrowser: async url => {
        page = decide(url);
        throw new Error('there is no browser');
      },
    });
    await page;

    expect(code).to.equal(0);
    expect(err).to.match(/http:\/\/127\.0\.0\.1:\d+\/-\/oauth_authorize\?/);
  });

  it('tells a wrong secret from everything else', async () => {
    const sandbox = await start();
    const { code, err } = await login(sandbox, {
      env: { ASANA_CLIENT_SECRET: 'another-secret' },
    });

    expect(code).to.equal(3);
    expect(err).to.include('Asana does not know the app, or not with this sec');
    expect((await tool.page()).text).to.include('The login failed');
    expect(await tool.stored()).to.equal(undefined);
  });

  it('takes the secret from the input, or from the file of a login before', async () => {
    const sandbox = await start();
    const env = { PATH: process.env['PATH'] };
    const first = await login(sandbox, {
      env,
      input: [sandbox.oauth.apps[0]!.clientSecret],
    });
    const before = await tool.stored();
    const again = await tool.run(
      ['login', '--file', tool.file, '--port', '0'],
      { env }
    );

    expect([first.code, again.code]).to.deep.equal([0, 0]);
    const after = await tool.stored();
    expect(after!['access_token']).not.to.equal(before!['access_token']);
    expect(after!['baseUrl']).to.equal(sandbox.url);
  });

  it('never shows the secret of one Asana to another', async () => {
    const [one, other] = [await start(), await start()];
    await login(one);
    const { code, err } = await tool.run(loginTo(other, tool.file), {
      env: { PATH: process.env['PATH'] },
    });

    expect(code).to.equal(2);
    expect(err).to.include('Client secret');
    expect(other.requests).to.have.length(0);
  });

  it('sends the secret of the environment to nobody but Asana and this machine', async () => {
    const sent: unknown[] = [];
    const { code, err } = await tool.run(
      [
        ...['login', '--base-url', 'https://asana.example', '--port', '0'],
        ...['--file', tool.file, '--client-id', '7'],
      ],
      {
        env: { PATH: process.env['PATH'], ASANA_CLIENT_SECRET: 'a-secret' },
        openBrowser: async () => {},
        fetch: async (...request) => {
          sent.push(request);
          throw new Error();
        },
      }
    );

    expect(code).to.equal(2);
    expect(err).to.include('Client secret for asana.example');
    expect(sent).to.deep.equal([]);
  });

  it('keeps the other settings of the file, and drops the token before', async () => {
    const sandbox = await start();
    await tool.put({ token: 'an-old-token', workspaceGid: '5', timeout: 30 });
    await login(sandbox);

    expect(await tool.stored()).to.include({ workspaceGid: '5', timeout: 30 });
    expect(await tool.stored()).not.to.have.property('token');
  });

  it('asks for the app where nothing names one', async () => {
    const { code, err } = await tool.run(['login', '--file', tool.file]);
    expect(code).to.equal(2);
    expect(err).to.include(
      `npx openfn-asana login --client-id <id> --file ${tool.file}\n`
    );
    expect(err).to.include('http://localhost:8427/callback');
  });

  it('names a redirect URL that there can be', async () => {
    const asked = async (...args: string[]) =>
      (await tool.run(['login', '--file', tool.file, ...args])).err;
    expect(await asked('--port', '0')).to.include('//localhost:8427/callback');
    expect(await asked('--no-browser')).to.include('native or command-line');
  });

  it('explains scopes that the app may not ask for', async () => {
    const sandbox = await start();
    const { code, err } = await login(sandbox, {}, '--scope', 'tasks:read');
    expect(code).to.equal(1);
    expect(err).to.match(
      /^The app may not ask for one of these scopes \(\w+\): tasks:read$/m
    );
    expect(err).not.to.include('spelling');
  });

  it('names a scope that is spelled wrong', async () => {
    const sandbox = await start();
    const { err } = await login(sandbox, {}, '--scope', 'task:read');
    expect(err).to.include('Nothing in the adaptor needs task:read: look at');
  });

  it('asks for the scopes of the login before, and says so', async () => {
    const app = { clientId: '7', clientSecret: 'a-secret' };
    const scopes = ['tasks:read', 'projects:read'];
    const sandbox = await start({ oauth: { apps: [{ ...app, scopes }] } });
    await login(sandbox, {}, '--scope', 'tasks:read');
    const args = ['login', '--file', tool.file, '--port', '0'];
    const { code, err } = await tool.run(args);

    expect(code).to.equal(0);
    expect(await tool.stored()).to.include({ scope: 'tasks:read' });
    expect(err).to.include('scopes are those of the login before: tasks:read');
    expect(err).not.to.include('Warning');
  });

  for (const [flag, value, said] of [
    ['--scope', '', '--scope names no scope'],
    ['--base-url', '', '--base-url is not an address'],
    ['--base-url', 'ftp://127.0.0.1', '--base-url is not an address'],
    ['--client-id', '', '--client-id is not a client ID'],
  ] as const) {
    it(`does not take ${flag} '${value}' for something else`, async () => {
      const sandbox = await start();
      const { code, err } = await login(sandbox, {}, flag, value);
      expect({ code, opened: tool.opened }).to.deep.equal({
        code: 2,
        opened: [],
      });
      expect(err).to.include(said);
    });
  }

  it('puts no secret into an address that was given as the client ID', async () => {
    const sandbox = await start();
    const secret = '2/123/456:0123456789abcdef';
    for (const [id, env] of [
      [['--client-id', secret], {}],
      [[], { ASANA_CLIENT_ID: secret }],
    ] as const) {
      const { code, err } = await tool.run(
        ['login', '--base-url', sandbox.url, '--file', tool.file, ...id],
        { env: { ...secretOf(sandbox), ...env } }
      );
      expect(code).to.equal(2);
      expect(err).to.include('digits only');
      expect(err).not.to.include('0123456789abcdef');
    }
    expect(tool.opened).to.deep.equal([]);
  });

  it('asks for the secret again when the app is named', async () => {
    const sandbox = await start();
    await tool.put({ ...sandbox.issueToken(), client_secret: 'a-wrong-one' });
    const { code } = await login(sandbox, {
      env: { PATH: process.env['PATH'] },
      input: [sandbox.oauth.apps[0]!.clientSecret],
    });

    expect(code).to.equal(0);
    expect(await tool.stored()).to.include({
      client_secret: sandbox.oauth.apps[0]!.clientSecret,
    });
  });
});

/** The status of a request whose host is not the address that it goes to. */
async function knock(
  port: number,
  path: string,
  host: string
): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
}

/** Whether this machine has ::1. */
const hasIpv6 = (): boolean =>
  Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .some(({ address }) => address === '::1');

/** Where others could reach this machine. */
const addressesOfOthers = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);

async function isReached(port: number, host: string): Promise<boolean> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
