import { expect } from 'chai';
import {
  callback,
  challengeOf,
  logIn,
  newProof,
  openLogin,
  outOfBand,
  press,
  redeem,
} from './login.js';
import { closeSandboxes, connect } from './oauth-client.js';

describe('A login', () => {
  afterEach(closeSandboxes);

  it('brings a code with the state to the app, and the code brings tokens', async () => {
    const client = await connect();
    const page = await openLogin(client, { state: 'x y&z=ü' });
    expect(page.status).to.equal(200);
    const { status, headers, told } = await press(client, page);
    expect(status).to.equal(302);
    expect(headers.get('location')).to.match(
      /^http:\/\/127\.0\.0\.1:5000\/callback\?/
    );
    expect(told).to.have.all.keys('code', 'state');
    expect(told!.state).to.equal('x y&z=ü');

    const { body } = await redeem(client, told!.code!);
    expect(body).to.include({ token_type: 'bearer', expires_in: 3600 });
    expect(body.data.name).to.equal('Amina Diallo');
    expect((await client.call(body.access_token)).status).to.equal(200);
    expect((await client.refresh(body.refresh_token)).status).to.equal(200);
  });

  it('can be denied, of which the app is told', async () => {
    const client = await connect();
    const { told } = await press(client, await openLogin(client), 'deny');
    expect(told).to.include({ error: 'access_denied', state: 'a-state' });
    expect(told).to.not.have.property('code');
  });

  it('shows a code to copy to whoever has no address', async () => {
    const client = await connect();
    const wish = { redirect_uri: outOfBand };
    const { status, told, text } = await press(
      client,
      await openLogin(client, wish)
    );
    expect([status, told]).to.deep.equal([200, undefined]);
    const [, code = ''] = /id="code"[^>]*>([^<]+)</.exec(text) ?? [];
    const { body } = await redeem(client, code, wish);
    expect(body.access_token).to.be.a('string');
  });

  it('says on its page which app it is, and what the app may do', async () => {
    const full = await connect();
    expect((await openLogin(full)).text)
      .to.match(/Allow Sandbox app/)
      .and.match(/Amina Diallo/)
      .and.match(/everything that you may do/);

    const scopes = ['tasks:read', 'users:read'];
    const app = { clientId: '1', clientSecret: 's', name: 'Intake', scopes };
    const granular = await connect({ apps: [app] });
    expect((await openLogin(granular, { scope: 'tasks:read' })).text)
      .to.match(/Allow Intake/)
      .and.match(/tasks:read/)
      .and.not.match(/users:read|everything/);
  });

  it('is a page that no other website can show or press', async () => {
    const client = await connect();
    const page = await openLogin(client);
    const policy = page.headers.get('content-security-policy');
    expect(policy).to.include("frame-ancestors 'none'");
    expect(policy).to.include("form-action 'self' http:");
    expect(policy).not.to.match(/script-src|unsafe|\*/);
    expect(page.headers.get('cache-control')).to.equal('no-store');

    for (const key of ['', 'guess', '__proto__']) {
      const { status, told } = await press(client, page, 'allow', { key });
      expect([status, told]).to.deep.equal([403, undefined]);
    }
    expect((await press(client, page)).told).to.have.property('code');
    expect((await press(client, page)).status).to.equal(403);
  });

  it('can bring a wrong state, or none, for trying a client', async () => {
    const stateOf = async (state: 'wrong' | 'missing') => {
      const client = await connect({ state });
      return (await press(client, await openLogin(client))).told!.state;
    };
    expect(await stateOf('wrong'))
      .to.be.a('string')
      .and.not.equal('a-state');
    expect(await stateOf('missing')).to.equal(undefined);
  });
});

describe('The address of an app', () => {
  afterEach(closeSandboxes);

  const registered = [
    'https://app.example/back?from=asana',
    'http://127.0.0.1/callback',
    'http://localhost:1234/callback',
  ];
  const setUp = () =>
    connect({
      apps: [{ clientId: '1', clientSecret: 's', redirectUris: registered }],
    });

  for (const redirect_uri of [
    'https://app.example/back?from=asana',
    'http://127.0.0.1/callback',
    'http://127.0.0.1:65535/callback',
    'http://localhost:80/callback',
  ]) {
    it(`may be ${redirect_uri}`, async () => {
      const client = await setUp();
      const page = await openLogin(client, { redirect_uri });
      const { headers } = await press(client, page);
      expect(headers.get('location')).to.satisfy((location: string) =>
        new URL(location).href.startsWith(new URL(redirect_uri).href)
      );
    });
  }

  for (const redirect_uri of [
    null,
    '',
    'https://evil.example/back?from=asana',
    'https://app.example.evil.example/back?from=asana',
    'https://app.example@evil.example/back?from=asana',
    'https://app.example/back',
    'https://app.example/back?from=asana&more=1',
    'https://app.example:444/back?from=asana',
    'http://app.example/back?from=asana',
    'HTTPS://app.example/back?from=asana',
    'http://127.0.0.1:1@evil.example/callback',
    'http://127.0.0.1.evil.example/callback',
    'http://127.0.0.1:5000/callback/',
    'http://127.0.0.1:5000/callback?next=//evil.example',
    'http://127.0.0.1:5000/x/../callback',
    'http://127.0.0.1:5000/callback#code=1',
    'http://127.0.0.1:99999/callback',
    'http://127.0.0.2:5000/callback',
    'http://[::1]:5000/callback',
    'https://127.0.0.1:5000/callback',
    'http:\\\\127.0.0.1\\callback',
    ' http://127.0.0.1/callback',
    'http://127.0.0.1/callback\r\nset-cookie: a=b',
    'javascript:alert(1)//http://127.0.0.1/callback',
    'data:text/html,hello',
    'urn:ietf:wg:oauth:2.0:oob',
    ['http://127.0.0.1/callback', 'https://evil.example/'],
  ]) {
    it(`may not be ${JSON.stringify(redirect_uri)}, and nothing is sent there`, async () => {
      const client = await setUp();
      const { status, headers, told, text } = await openLogin(client, {
        redirect_uri,
      });
      expect([status, told]).to.deep.equal([400, undefined]);
      expect(headers.get('content-type')).to.match(/^text\/plain/);
      expect(text).not.to.include('evil').and.not.include('key');
    });
  }

  it('is not asked for where no app is known', async () => {
    const client = await setUp();
    for (const client_id of [null, '2', ['1', '1'], '<b>']) {
      const { status, headers, text } = await openLogin(client, { client_id });
      expect(status).to.equal(400);
      expect(headers.get('content-type')).to.match(/^text\/plain/);
      expect(text).not.to.include('<b>');
    }
  });

  it('is checked when an app is registered', async () => {
    for (const uri of [
      'http://app.example/',
      'ftp://a/',
      'x',
      'https://a/#b',
      'http://localhost.evil.example/',
      'http://localhost:80@evil.example/',
    ]) {
      const apps = [{ clientId: '1', clientSecret: 's', redirectUris: [uri] }];
      const failed = await connect({ apps }).catch(String);
      expect(failed).to.equal(
        `RangeError: Asana takes no such redirect URI: ${uri}`
      );
    }
  });
});

describe('What is wrong with a login', () => {
  afterEach(closeSandboxes);

  const challenge = challengeOf('v'.repeat(43));

  for (const [error, wish] of [
    ['unsupported_response_type', { response_type: 'token' }],
    ['unsupported_response_type', { response_type: 'code id_token' }],
    ['invalid_request', { response_type: null }],
    ['invalid_request', { response_type: ['code', 'token'] }],
    ['invalid_request', { scope: ['default', 'default'] }],
    ['invalid_request', { code_challenge: challenge }],
    [
      'invalid_request',
      { code_challenge: challenge, code_challenge_method: 'plain' },
    ],
    [
      'invalid_request',
      { code_challenge: 'short', code_challenge_method: 'S256' },
    ],
    ['invalid_request', { code_challenge_method: 'S256' }],
    ['invalid_scope', { scope: 'tasks:steal' }],
    ['forbidden_scopes', { scope: 'tasks:read' }],
  ] as const) {
    it(`is told to the app, with its state: ${error} for ${JSON.stringify(wish)}`, async () => {
      const client = await connect();
      const { status, told } = await openLogin(client, wish);
      expect(status).to.equal(302);
      expect(told).to.include({ error, state: 'a-state' });
      expect(told!.error_description).to.be.a('string');
    });
  }

  it('is told without a state where there is none, or more than one', async () => {
    const client = await connect();
    for (const state of [null, '', ['a', 'b']]) {
      const { told } = await openLogin(client, { state });
      expect(told).to.include({ error: 'invalid_request' });
      expect(told).to.not.have.property('state');
    }
  });

  it('is shown where there is no address', async () => {
    const client = await connect();
    const { status, headers, text } = await openLogin(client, {
      redirect_uri: outOfBand,
      scope: 'tasks:read',
    });
    expect(status).to.equal(400);
    expect(headers.get('content-type')).to.match(/^text\/plain/);
    expect(text).to.match(/^forbidden_scopes: /);
  });

  it('is that it has no PKCE where the app demands it', async () => {
    const app = { clientId: '1', clientSecret: 's', pkce: true };
    const client = await connect({ apps: [app] });
    expect((await openLogin(client)).told).to.include({
      error: 'invalid_request',
    });
    const page = await openLogin(client, {
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    expect(page.status).to.equal(200);
  });

  it('never becomes part of a page: hostile states, scopes and names are text', async () => {
    const hostile = '"><script>alert(1)</script>';
    const apps = [{ clientId: '1', clientSecret: 's', name: hostile }];
    const client = await connect({ apps });
    const page = await openLogin(client, { state: hostile });
    expect(page.text).not.to.include('<script');
    expect((await press(client, page)).told!.state).to.equal(hostile);

    const refused = await openLogin(client, { scope: hostile });
    expect(refused.status).to.equal(302);
    expect(refused.told!.error_description).not.to.include('script');
    const split = await openLogin(client, { state: 'a\r\nset-cookie: b=c' });
    const { headers } = await press(client, split);
    expect(headers.get('set-cookie')).to.equal(null);
  });
});

describe('A code', () => {
  afterEach(closeSandboxes);

  it('is good once, and its second use ends the tokens of the first', async () => {
    const client = await connect({ rotation: 'new' });
    const code = await logIn(client);
    const first = await redeem(client, code);
    const rotated = await client.refresh(first.body.refresh_token);
    const second = await redeem(client, code);
    expect([second.status, second.body.error]).to.deep.equal([
      400,
      'invalid_grant',
    ]);
    const { access_token } = first.body;
    expect((await client.call(access_token)).status).to.equal(401);
    const later = await client.refresh(rotated.body.refresh_token);
    expect(later.body.error).to.equal('invalid_grant');
  });

  it('is good for ten minutes, however fast time passes for tokens', async () => {
    const client = await connect({}, { timeScale: 3600 });
    const [inTime, late] = [await logIn(client), await logIn(client)];
    client.wait(600_000 - 1);
    expect((await redeem(client, inTime)).status).to.equal(200);
    client.wait(1);
    expect((await redeem(client, late)).body.error).to.equal('invalid_grant');
  });

  it('is of use to its own app only', async () => {
    const client = await connect({
      apps: [
        { clientId: '1', clientSecret: 'one' },
        { clientId: '2', clientSecret: 'two' },
      ],
    });
    const code = await logIn(client);
    const stolen = await redeem(client, code, {
      client_id: '2',
      client_secret: 'two',
    });
    expect(stolen.body.error).to.equal('invalid_grant');
    expect((await redeem(client, code)).status).to.equal(200);
  });

  it('is refused with another address than it was sent to, or with none', async () => {
    const client = await connect();
    for (const redirect_uri of ['http://127.0.0.1:5001/callback', null]) {
      const code = await logIn(client);
      const { status, body } = await redeem(client, code, { redirect_uri });
      expect([status, body.error]).to.deep.equal([400, 'invalid_grant']);
    }
  });

  it('needs the verifier of its challenge, and lets nobody guess twice', async () => {
    const client = await connect();
    const { verifier, challenge } = newProof();
    const wish = { code_challenge: challenge, code_challenge_method: 'S256' };
    const right = { code_verifier: verifier };
    const proven = await redeem(client, await logIn(client, wish), right);
    expect(proven.status).to.equal(200);

    for (const code_verifier of [
      null,
      newProof().verifier,
      challenge,
      `${verifier}=`,
      verifier.slice(0, -1),
    ]) {
      const code = await logIn(client, wish);
      const { body } = await redeem(client, code, { code_verifier });
      expect(body.error).to.equal('invalid_grant');
      expect((await redeem(client, code, right)).status).to.equal(400);
    }
  });

  it('is refused with a verifier that is too short, whatever its challenge', async () => {
    const client = await connect();
    const code = await logIn(client, {
      code_challenge: challengeOf('short'),
      code_challenge_method: 'S256',
    });
    const { body } = await redeem(client, code, { code_verifier: 'short' });
    expect(body.error).to.equal('invalid_grant');
  });

  it('is refused with a verifier where the login had no challenge', async () => {
    const client = await connect();
    const code = await logIn(client);
    const { body } = await redeem(client, code, {
      code_verifier: newProof().verifier,
    });
    expect(body.error).to.equal('invalid_grant');
  });

  it('is no code if it is missing, made up or a refresh token', async () => {
    const client = await connect();
    const { refresh_token } = client.issue();
    for (const [code, error] of [
      ['', 'invalid_request'],
      ['2/1/abc', 'invalid_grant'],
      [refresh_token, 'invalid_grant'],
    ] as const) {
      expect((await redeem(client, code)).body.error).to.equal(error);
    }
  });

  it('is never seen in the records of the sandbox, nor is any other secret', async () => {
    const client = await connect();
    const { challenge, verifier } = newProof();
    const code = await logIn(client, {
      state: 'a-secret-state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      client_secret: 'put-there-by-mistake',
    });
    const { body } = await redeem(client, code, { code_verifier: verifier });
    await client.call(body.access_token);
    await client.refresh(body.refresh_token);
    const { sandbox } = client;
    const records = JSON.stringify(sandbox.requests);
    const pages = await Promise.all(
      ['/', '/requests'].map(async path =>
        (await fetch(`${sandbox.url}${path}`)).text()
      )
    );
    for (const secret of [
      code,
      verifier,
      challenge,
      'a-secret-state',
      'put-there-by-mistake',
      body.access_token,
      body.refresh_token,
      sandbox.oauth.apps[0]!.clientSecret,
    ]) {
      expect(records).not.to.include(secret);
      for (const page of pages) expect(page).not.to.include(secret);
    }
    expect(sandbox.requests[0]).to.deep.include({
      path: '/-/oauth_authorize',
      status: 200,
    });
    expect(sandbox.requests[0]!.query).to.include({
      redirect_uri: callback,
      state: '(hidden)',
    });
  });
});
