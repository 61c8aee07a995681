import { expect } from 'chai';
import { environment } from '../../src/http/environment.js';
import { createRefresh } from '../../src/oauth/refresh.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { useHttpServer } from '../support/http-server.js';

interface Arrived {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly authorization: string | undefined;
  readonly form: Record<string, string>;
}

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  /** The connection breaks when the request has arrived. */
  readonly breaks?: true;
}

const given = { access_token: 'new-access-token', expires_in: 3600 };
const invalidGrant = {
  error: 'invalid_grant',
  error_description: 'The `refresh_token` provided was invalid.',
};

describe('the refresh of an access token', () => {
  const asana = useHttpServer();
  useFakeEnvironment();
  const captured = useCapturedConsole();
  let arrived: Arrived[];
  let answers: Answer[];

  beforeEach(() => {
    arrived = [];
    answers = [];
    asana.respond(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      arrived.push({
        path: request.url,
        type: request.headers['content-type'],
        authorization: request.headers.authorization,
        form: Object.fromEntries(new URLSearchParams(text)),
      });
      const { status = 200, body = given, breaks } = answers.shift() ?? {};
      if (breaks) return void response.destroy();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });

  const login = {
    refreshToken: 'refresh-token-that-nobody-sees',
    clientId: '12',
    clientSecret: 'secret+/that&nobody=sees',
  };
  const createAsk = () => {
    const refresh = createRefresh({
      environment,
      baseUrl: asana.origin,
      timeout: 60_000,
      login,
    });
    return (...planned: Answer[]) => {
      answers = planned;
      return refresh(login.refreshToken);
    };
  };
  const ask = (...planned: Answer[]) => createAsk()(...planned);
  const failure = (...planned: Answer[]) => failureOf(() => ask(...planned));

  it('sends what belongs to the login in a form, without any token', async () => {
    expect(await ask()).to.eql({
      accessToken: 'new-access-token',
      lifetime: 3_600_000,
    });
    expect(arrived).to.eql([
      {
        path: '/-/oauth_token',
        type: 'application/x-www-form-urlencoded',
        authorization: undefined,
        form: {
          grant_type: 'refresh_token',
          refresh_token: login.refreshToken,
          client_id: '12',
          client_secret: login.clientSecret,
        },
      },
    ]);
  });

  it('keeps a new refresh token for the run, and says that it cannot store it', async () => {
    const grant = await ask({ body: { ...given, refresh_token: 'newer-one' } });
    expect(grant.refreshToken).to.equal('newer-one');
    expect(captured.lines.join()).to.include('npx @openfn/asana-cli refresh');
    expect(captured.lines.join()).not.to.include('newer-one');
  });

  it('says nothing of a refresh token that is the same', async () => {
    const body = { ...given, refresh_token: login.refreshToken };
    expect(await ask({ body })).not.to.have.property('refreshToken');
    expect(captured.lines.join()).not.to.include('cannot store');
  });

  it('takes an hour where Asana tells no lifetime', async () => {
    const { lifetime } = await ask({ body: { access_token: 'token-abc' } });
    expect(lifetime).to.equal(3_600_000);
  });

  it('tries again when Asana fails or breaks the connection', async () => {
    await ask({ status: 500 }, { breaks: true });
    expect(arrived).to.have.length(3);
  });

  it('says how to log in again when the refresh token is no good', async () => {
    const error = await failure({ status: 400, body: invalidGrant });
    expect(error.code).to.equal('LOGIN_ENDED');
    expect(error.message).to.equal(
      'The login has ended (POST /-/oauth_token: 400 – invalid_grant)'
    );
    expect(error.fix).to.include('npx @openfn/asana-cli login');
    expect(error.description).not.to.include('lost');
    expect(arrived).to.have.length(1);
  });

  it('says that an answer was lost where that is why', async () => {
    const error = await failure(
      { breaks: true },
      { status: 400, body: invalidGrant }
    );
    expect(error.code).to.equal('LOGIN_ENDED');
    expect(error.description).to.include('was lost just before');
  });

  it('remembers a lost answer until there is another one', async () => {
    const again = createAsk();
    const lost = Array<Answer>(5).fill({ breaks: true });
    const refusal = { status: 400, body: invalidGrant };
    await failureOf(() => again(...lost));
    const error = await failureOf(() => again(refusal));
    expect(error.description).to.include('was lost just before');
    await again();
    const later = await failureOf(() => again(refusal));
    expect(later.description).not.to.include('lost');
  });

  it('says what to compare when Asana does not know the app', async () => {
    for (const answer of [
      { status: 401, body: { error: 'invalid_client' } },
      { status: 400, body: { error: 'unauthorized_client' } },
    ]) {
      const error = await failure(answer);
      expect(error.code).to.equal('INVALID_CREDENTIAL');
      expect(error.message).to.match(/^The login cannot be renewed/);
      expect(error.fix).to.include('"client_secret"');
    }
  });

  it('follows no redirect', async () => {
    const error = await failure({ status: 302, body: {} });
    expect(error.code).to.equal('REFUSED');
    expect(arrived).to.have.length(1);
  });

  it('fails where there is no token in the answer', async () => {
    for (const body of [{}, 'a page', null, { access_token: 5 }]) {
      // What cannot be read is asked for again.
      const error = await failure(...Array<Answer>(5).fill({ body }));
      expect(error.code).to.equal('INVALID_RESPONSE');
    }
  });

  it('shows no secret, whatever Asana says', async () => {
    const echo = { error: 'odd', error_description: login.refreshToken };
    const error = await failure({ status: 400, body: echo });
    const shown = JSON.stringify([error, error.message, captured.lines]);
    expect(shown).not.to.include('nobody');
  });

  it('tells no more of what Asana says than a word of OAuth', async () => {
    for (const odd of ['x'.repeat(41), 'Dear user, call us', { a: 1 }]) {
      const error = await failure({ status: 400, body: { error: odd } });
      expect(error.message).to.equal(
        'Asana gave no new access token (POST /-/oauth_token: 400)'
      );
    }
  });
});
