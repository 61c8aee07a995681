import { expect } from 'chai';
import { callback, challengeOf, logIn, newProof, redeem } from './login.js';
import { closeSandboxes, connect } from './oauth-client.js';

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
