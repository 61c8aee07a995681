import { expect } from 'chai';
import { closeSandboxes, connect } from './oauth-client.js';

const hour = 3_600_000;

describe('The access tokens of an app', () => {
  afterEach(closeSandboxes);

  it('call the API for an hour', async () => {
    const { issue, call, wait } = await connect();
    const { access_token } = issue();
    const me = await call(access_token);
    expect(me.body.data.name).to.equal('Amina Diallo');
    wait(hour - 1);
    expect((await call(access_token)).status).to.equal(200);
    wait(1);
    const late = await call(access_token);
    expect(late.status).to.equal(401);
    expect(late.body.errors[0].message).to.equal('Not Authorized');
  });

  it('have the shape of real ones, and are no tokens if one letter differs', async () => {
    const { issue, call } = await connect();
    const { access_token } = issue();
    expect(access_token).to.match(/^2\/\d+\/\d+\/\d+:[0-9a-f]{32}$/);
    const other = access_token.endsWith('0') ? '1' : '0';
    const made = access_token.slice(0, -1) + other;
    expect((await call(made)).status).to.equal(401);
  });

  it('do not take anything from personal access tokens', async () => {
    const { sandbox, call, wait } = await connect();
    wait(100 * hour);
    expect((await call(sandbox.token)).status).to.equal(200);
  });

  it('last as long as the options say, and the shorter the faster time passes', async () => {
    const scaled = await connect({}, { timeScale: 7200 });
    const { access_token, refresh_token } = scaled.issue();
    scaled.wait(499);
    expect((await scaled.call(access_token)).status).to.equal(200);
    scaled.wait(1);
    expect((await scaled.call(access_token)).status).to.equal(401);
    const { body } = await scaled.refresh(refresh_token);
    expect(body.expires_in).to.equal(0.5);

    const brief = await connect({ lifetimeSeconds: 20 });
    const answer = await brief.refresh(brief.issue().refresh_token);
    expect(answer.body.expires_in).to.equal(20);
  });

  it('end all at once when the sandbox is told so, and can be refreshed', async () => {
    const { sandbox, issue, call, refresh } = await connect();
    const { access_token, refresh_token } = issue();
    sandbox.oauth.expire();
    expect((await call(access_token)).status).to.equal(401);
    const { body } = await refresh(refresh_token);
    expect((await call(body.access_token)).status).to.equal(200);
  });

  it('are good for nothing once an admin has blocked the app', async () => {
    const { sandbox, issue, call, refresh } = await connect();
    const { access_token, client_id, refresh_token } = issue();
    sandbox.oauth.block(client_id);
    expect((await call(access_token)).status).to.equal(401);
    const { body } = await refresh(refresh_token);
    expect((await call(body.access_token)).status).to.equal(401);
  });

  it('are gone after a reset', async () => {
    const { sandbox, issue, call, refresh } = await connect();
    const { access_token, refresh_token } = issue();
    sandbox.reset();
    expect((await call(access_token)).status).to.equal(401);
    expect((await refresh(refresh_token)).status).to.equal(400);
  });
});

describe('A credential that the sandbox issues', () => {
  afterEach(closeSandboxes);

  it('has all that a client needs to refresh it', async () => {
    const { sandbox, issue } = await connect();
    const credential = issue();
    expect(credential).to.deep.include({
      apiVersion: '1.0',
      client_id: sandbox.oauth.apps[0]!.clientId,
      client_secret: sandbox.oauth.apps[0]!.clientSecret,
      expires_at: Date.UTC(2026, 0, 15, 11) / 1000,
      scope: 'default',
      baseUrl: sandbox.url,
    });
  });

  it('belongs to the app that is named', async () => {
    const { sandbox } = await connect({
      apps: [
        { clientId: '1', clientSecret: 'one' },
        { clientId: '2', clientSecret: 'two', scopes: ['tasks:read'] },
      ],
    });
    const second = sandbox.issueToken({ clientId: '2' });
    expect(second).to.include({ client_secret: 'two', scope: 'tasks:read' });
    expect(() => sandbox.issueToken({ clientId: '3' })).to.throw(
      'There is no app "3".'
    );
  });
});

describe('A refresh', () => {
  afterEach(closeSandboxes);

  it('answers with a new access token and who it is for, and leaves the old one', async () => {
    const { issue, refresh, call } = await connect();
    const { access_token, refresh_token } = issue();
    const { status, headers, body } = await refresh(refresh_token);
    expect(status).to.equal(200);
    expect(headers.get('cache-control')).to.equal('no-store');
    const me = (await call(access_token)).body.data;
    const { gid, name, email } = me;
    expect(body).to.deep.equal({
      access_token: body.access_token,
      token_type: 'bearer',
      expires_in: 3600,
      data: { id: gid, gid, name, email },
    });
    expect(body.access_token).to.not.equal(access_token);
    expect((await call(body.access_token)).status).to.equal(200);
  });

  it('gives no refresh token, and the one that was used is good again', async () => {
    const { issue, refresh } = await connect();
    const { refresh_token } = issue();
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await refresh(refresh_token);
      expect(status).to.equal(200);
      expect(body).to.not.have.property('refresh_token');
    }
  });

  it('gives the same refresh token where the options say so', async () => {
    const { issue, refresh } = await connect({ rotation: 'same' });
    const { refresh_token } = issue();
    const { body } = await refresh(refresh_token);
    expect(body.refresh_token).to.equal(refresh_token);
    expect((await refresh(refresh_token)).status).to.equal(200);
  });

  it('refuses the old refresh token where each gives a new one', async () => {
    const { issue, refresh } = await connect({ rotation: 'new' });
    const { refresh_token } = issue();
    const { body } = await refresh(refresh_token);
    expect(body.refresh_token).to.not.equal(refresh_token);
    const again = await refresh(refresh_token);
    expect(again.status).to.equal(400);
    expect(again.body.error).to.equal('invalid_grant');
    expect((await refresh(body.refresh_token)).status).to.equal(200);
  });

  it('can lose its answer after the old refresh token has ended', async () => {
    const { sandbox, issue, refresh } = await connect({ rotation: 'new' });
    const { refresh_token } = issue();
    sandbox.faults.add({
      match: { path: '/-/oauth_token', times: 1 },
      fault: { type: 'reset-after' },
    });
    const lost = await refresh(refresh_token).catch(() => 'reset');
    expect(lost).to.equal('reset');
    expect((await refresh(refresh_token)).body.error).to.equal('invalid_grant');
  });

  it('is refused as Asana refuses it where the refresh token is unknown', async () => {
    const { refresh } = await connect();
    const { status, headers, body } = await refresh('1/123:abc');
    expect(status).to.equal(400);
    expect(headers.get('content-type')).to.match(/^application\/json/);
    expect(body).to.deep.equal({
      error: 'invalid_grant',
      error_uri:
        'https://asana.com/developers/documentation/getting-started/authentication',
      error_description: 'The `refresh_token` provided was invalid.',
    });
  });

  it('is refused with the refresh token of another app', async () => {
    const { sandbox, refresh } = await connect({
      apps: [
        { clientId: '1', clientSecret: 'one' },
        { clientId: '2', clientSecret: 'two' },
      ],
    });
    const { refresh_token } = sandbox.issueToken({ clientId: '2' });
    expect((await refresh(refresh_token)).body.error).to.equal('invalid_grant');
  });
});

describe('The token endpoint', () => {
  afterEach(closeSandboxes);

  it('wants the id and the secret of an app in the form', async () => {
    const { issue, post } = await connect();
    const form = {
      grant_type: 'refresh_token',
      refresh_token: issue().refresh_token,
    };
    for (const wrong of [
      { client_id: '7' },
      { client_id: null },
      { client_secret: 'guess' },
      { client_secret: null },
    ]) {
      const { status, body } = await post('/-/oauth_token', {
        ...form,
        ...wrong,
      });
      expect(status).to.equal(401);
      expect(body.error).to.equal('invalid_client');
    }
  });

  it('takes forms only, neither JSON nor parameters of the address', async () => {
    const { sandbox, issue } = await connect();
    const { client_id, client_secret, refresh_token } = issue();
    const form = {
      grant_type: 'refresh_token',
      client_id,
      client_secret,
      refresh_token,
    };
    const url = `${sandbox.url}/-/oauth_token`;
    const typed = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: new URLSearchParams(form).toString(),
    });
    const json = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(form),
    });
    const address = await fetch(`${url}?${new URLSearchParams(form)}`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    for (const answer of [typed, json, address]) {
      expect(answer.status).to.equal(400);
      expect(await answer.json()).to.include({ error: 'invalid_request' });
    }
  });

  it('refuses a parameter that comes twice, without saying what it was', async () => {
    const { sandbox, issue } = await connect();
    const { client_id, client_secret, refresh_token } = issue();
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id,
      client_secret,
      refresh_token,
    });
    body.append('refresh_token', refresh_token);
    const answer = await fetch(`${sandbox.url}/-/oauth_token`, {
      method: 'POST',
      body,
    });
    const text = await answer.text();
    expect(answer.status).to.equal(400);
    expect(JSON.parse(text).error).to.equal('invalid_request');
    expect(text).to.not.include(refresh_token);
  });

  it('knows no other grants, and needs one', async () => {
    const { post } = await connect();
    const errorOf = async (grant_type: string | null) =>
      (await post('/-/oauth_token', { grant_type })).body.error;
    expect(await errorOf('password')).to.equal('unsupported_grant_type');
    expect(await errorOf(null)).to.equal('invalid_request');
  });

  it('is counted against no limit', async () => {
    const { issue, refresh, call } = await connect(
      {},
      {
        requestsPerMinute: 1,
      }
    );
    const { refresh_token } = issue();
    await refresh(refresh_token);
    const { body } = await refresh(refresh_token);
    expect((await call(body.access_token)).status).to.equal(200);
  });
});
