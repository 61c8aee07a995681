import { expect } from 'chai';
import { challengeOf, openLogin, outOfBand, press, redeem } from './login.js';
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
