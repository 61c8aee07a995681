import { expect } from 'chai';
import type { Fault, Sandbox } from '../../sandbox/src/index.js';
import { useHttpServer } from '../../test/support/http-server.js';
import { loginTo, useSandboxes } from './support/sandboxes.js';
import { useTool, type Outcome, type Wish } from './support/tool.js';
import { createWitness } from './support/witness.js';

const faults: readonly (Fault | undefined)[] = [
  undefined,
  { type: 'reset-before' },
  { type: 'reset-after' },
  { type: 'cut-short' },
  { type: 'truncated' },
  { type: 'slow-body', chunkMs: 1 },
  { type: 'hang' },
  { type: 'empty-page' },
  { type: 'rate-limit' },
  { type: 'error', status: 302, body: 'empty' },
  { type: 'error', status: 400 },
  { type: 'error', status: 401 },
  { type: 'error', status: 403 },
  { type: 'error', status: 500 },
  { type: 'error', status: 502 },
];

describe('The secrets of a login', () => {
  const tool = useTool();
  const start = useSandboxes();
  const asana = useHttpServer();
  const elsewhere = useHttpServer();

  const clientSecret = 'client-secret-that-nobody-sees';
  const commands = ['whoami', 'refresh', 'revoke', 'logout'];

  /** Each command on that credential. */
  const runAll = async (record: object, wish?: Wish): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const command of commands) {
      await tool.put(record);
      outcomes.push(await tool.run([command, '--file', tool.file], wish));
    }
    return outcomes;
  };

  const expectNone = (
    outcomes: readonly Outcome[],
    secrets: Iterable<string>
  ) => {
    for (const { out, err } of outcomes) {
      for (const secret of secrets) expect(out + err).not.to.include(secret);
      expect(err).not.to.match(/unforeseen|\n +at /);
    }
  };

  const startWithApp = () =>
    start({
      oauth: { rotation: 'new', apps: [{ clientId: '7', clientSecret }] },
    });

  for (const fault of faults) {
    const what = JSON.stringify(fault ?? 'all goes well');

    it(`are in no output of any command: ${what}`, async () => {
      const sandbox = await startWithApp();
      const { url, token } = sandbox;
      const { fetch, secrets } = createWitness();
      const wish = { fetch, ...patience(sandbox, fault) };
      const credential = sandbox.issueToken();
      if (fault !== undefined) sandbox.faults.add({ fault });
      const outcomes = [
        ...(await runAll(credential, wish)),
        ...(await runAll(sandbox.configuration, wish)),
      ];
      await tool.put({});
      outcomes.push(
        await tool.run(
          ['login', '--token', '--base-url', url, '--file', tool.file],
          { input: [token], ...wish }
        )
      );

      const { access_token, refresh_token } = credential;
      expect(secrets).to.include(token);
      expectNone(outcomes, [...secrets, access_token, refresh_token]);
    });

    it(`are in no output of a login: ${what}`, async () => {
      const sandbox = await startWithApp();
      const { fetch, secrets } = createWitness();
      if (fault !== undefined) {
        sandbox.faults.add({ match: { path: /oauth_token/ }, fault });
      }
      const outcome = await tool.run(loginTo(sandbox, tool.file), {
        env: { ASANA_CLIENT_SECRET: clientSecret },
        fetch,
        ...patience(sandbox, fault),
      });

      // Of the app, the code and the verifier at least.
      expect(secrets).to.include(clientSecret);
      expect(secrets.size).to.be.at.least(3);
      expectNone([outcome], secrets);
    });
  }

  /** The commands and logins, at an Asana that answers with all it was told. */
  const runAtEcho = async (
    answer: (echo: string) => { status: number; body: object }
  ) => {
    asana.respond(async (request, response) => {
      let given = '';
      for await (const chunk of request) given += String(chunk);
      const { authorization = '' } = request.headers;
      const { status, body } = answer(
        [authorization, given, ...new URLSearchParams(given).values()].join(' ')
      );
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    const { fetch, secrets } = createWitness();
    const outcomes = await runAll(
      {
        access_token: 'access-token-that-nobody-sees',
        refresh_token: 'refresh-token-that-nobody-sees',
        client_id: '7',
        client_secret: clientSecret,
        baseUrl: asana.origin,
      },
      { fetch }
    );
    const login = ['login', '--base-url', asana.origin, '--file', tool.file];
    const byToken = await tool.run([...login, '--token'], {
      fetch,
      input: ['personal-token-that-nobody-sees'],
    });
    const byCode = await tool.run(
      [...login, '--client-id', '7', '--no-browser'],
      { fetch, input: [clientSecret, 'code-that-nobody-sees'] }
    );
    return { outcomes: [...outcomes, byToken, byCode], secrets };
  };

  it('are blackened in the names that an answer has them in', async () => {
    let count = 0;
    const { outcomes, secrets } = await runAtEcho(echo => {
      count += 1;
      const fresh = echo.includes('grant_type=') && {
        access_token: `access-token-${count}-that-nobody-sees`,
        refresh_token: `refresh-token-${count}-that-nobody-sees`,
      };
      const name = `Eve ${echo} ${Object.values(fresh).join(' ')}`;
      const workspaces = [{ gid: '1', name }];
      const data = { gid: '2', name, email: name, workspaces };
      return {
        status: 200,
        body: { ...fresh, token_type: 'bearer', expires_in: 3600, data },
      };
    });

    const named = outcomes.filter(({ out }) => out.includes('Eve'));
    expect(named).to.have.length(3);
    for (const { out } of named) expect(out).to.include('[redacted]');
    expect(secrets).to.include('code-that-nobody-sees');
    expectNone(outcomes, secrets);
  });

  it('are not repeated when a refusal has them in it', async () => {
    const { outcomes, secrets } = await runAtEcho(echo => ({
      status: 400,
      body: { error: echo, error_description: echo, errors: [echo] },
    }));

    expectNone(outcomes, secrets);
  });

  it('do not go where a redirect leads', async () => {
    asana.respond((_, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/here` }).end();
    });
    elsewhere.respond((_, response) => response.end('{}'));
    const outcomes = await runAll({
      access_token: 'an-access-token',
      refresh_token: 'a-refresh-token',
      client_id: '7',
      client_secret: clientSecret,
      baseUrl: asana.origin,
    });
    const login = await tool.run(
      ['login', '--token', '--base-url', asana.origin, '--file', tool.file],
      { input: ['a-personal-token'] }
    );

    expect(outcomes.map(({ code }) => code)).to.deep.equal([1, 1, 1, 0]);
    expect(login.code).to.equal(1);
    expect(asana.requests).to.have.length(4);
    expect(elsewhere.requests).to.deep.equal([]);
  });
});

/** The longest that one answer is waited for, in milliseconds. */
const perAnswer = 30_000;

/** Where answers never come, the time for one is over once it is asked for. */
const patience = (
  { requests }: Sandbox,
  fault: Fault | undefined
): Partial<Wish> =>
  fault?.type === 'hang'
    ? {
        after: (milliseconds, callback) => {
          const before = requests.length;
          let isOver = milliseconds > perAnswer;
          const look = () => {
            if (isOver) return;
            if (requests.length > before) callback();
            else setImmediate(look);
          };
          look();
          return () => void (isOver = true);
        },
      }
    : {};
