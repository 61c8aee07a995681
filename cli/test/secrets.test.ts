import { expect } from 'chai';
import type { Fault } from '../../sandbox/src/index.js';
import { useHttpServer } from '../../test/support/http-server.js';
import { loginTo, useSandboxes } from './support/sandboxes.js';
import { useTool, type Outcome, type Wish } from './support/tool.js';

const faults: readonly (Fault | undefined)[] = [
  undefined,
  { type: 'reset-before' },
  { type: 'reset-after' },
  { type: 'cut-short' },
  { type: 'truncated' },
  { type: 'slow-body', chunkMs: 1 },
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

  const expectNone = (outcomes: readonly Outcome[], ...secrets: string[]) => {
    for (const { out, err } of outcomes) {
      for (const secret of secrets) expect(out + err).not.to.include(secret);
      expect(err).not.to.match(/unforeseen|\n +at /);
    }
  };

  for (const fault of faults) {
    it(`are in no output of any command: ${JSON.stringify(fault ?? 'all goes well')}`, async () => {
      const sandbox = await start({
        oauth: {
          rotation: 'new',
          apps: [{ clientId: '7', clientSecret }],
        },
      });
      const credential = sandbox.issueToken();
      if (fault !== undefined) sandbox.faults.add({ fault });
      const outcomes = [
        ...(await runAll(credential)),
        ...(await runAll(sandbox.configuration)),
      ];
      await tool.put({});
      const { url, token } = sandbox;
      outcomes.push(
        await tool.run(
          ['login', '--token', '--base-url', url, '--file', tool.file],
          { input: [token] }
        )
      );

      const { access_token, refresh_token } = credential;
      expectNone(outcomes, clientSecret, access_token, refresh_token, token);
    });
  }

  it('are in no output of a login', async () => {
    const sandbox = await start({
      oauth: { apps: [{ clientId: '7', clientSecret }] },
    });
    const outcome = await tool.run(loginTo(sandbox, tool.file), {
      env: { ASANA_CLIENT_SECRET: clientSecret },
    });
    const { access_token, refresh_token } = (await tool.stored())!;

    expect(outcome.code).to.equal(0);
    expectNone(
      [outcome],
      clientSecret,
      String(access_token),
      String(refresh_token)
    );
  });

  it('are not repeated when an answer has them in it', async () => {
    const credential = {
      access_token: 'access-token-that-nobody-sees',
      refresh_token: 'refresh-token-that-nobody-sees',
      client_id: '7',
      client_secret: clientSecret,
      baseUrl: asana.origin,
    };
    const echo = JSON.stringify(credential);
    asana.respond((_, response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: echo, error_description: echo, errors: [echo] })
      );
    });

    const { access_token, refresh_token } = credential;
    const outcomes = await runAll(credential);
    expectNone(outcomes, access_token, refresh_token, clientSecret);
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
