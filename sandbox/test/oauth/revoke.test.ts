import { expect } from 'chai';
import { closeSandboxes, connect, type OAuthClient } from './oauth-client.js';

const revoke = ({ post }: OAuthClient, token: string | null) =>
  post('/-/oauth_revoke', { token });

describe('Revoking', () => {
  afterEach(closeSandboxes);

  it('ends a refresh token, and the access tokens that came of it', async () => {
    const client = await connect();
    const { access_token, refresh_token } = client.issue();
    const other = client.issue();
    const later = await client.refresh(refresh_token);
    expect((await revoke(client, refresh_token)).status).to.equal(200);
    const ended = await client.refresh(refresh_token);
    expect([ended.status, ended.body.error]).to.deep.equal([
      400,
      'invalid_grant',
    ]);
    for (const token of [access_token, later.body.access_token]) {
      expect((await client.call(token)).status).to.equal(401);
    }
    expect((await client.call(other.access_token)).status).to.equal(200);
  });

  it('is done where there is nothing to revoke', async () => {
    const client = await connect();
    const { refresh_token } = client.issue();
    for (const token of ['1/123:abc', refresh_token, refresh_token]) {
      expect((await revoke(client, token)).status).to.equal(200);
    }
  });

  it('refuses an access token, which stays good, and what is no token', async () => {
    const client = await connect();
    const { access_token } = client.issue();
    for (const token of [access_token, null, '', 'two words', 'ünïcode']) {
      const { status, body } = await revoke(client, token);
      expect([status, body.error]).to.deep.equal([400, 'invalid_request']);
    }
    expect((await client.call(access_token)).status).to.equal(200);
  });

  it('wants the secret of the app, and ends no token of another app', async () => {
    const client = await connect({
      apps: [
        { clientId: '1', clientSecret: 'one' },
        { clientId: '2', clientSecret: 'two' },
      ],
    });
    const { sandbox, post, call } = client;
    const { access_token, refresh_token } = sandbox.issueToken({
      clientId: '2',
    });
    const guessed = await post('/-/oauth_revoke', {
      client_id: '2',
      client_secret: 'guess',
      token: refresh_token,
    });
    expect(guessed.status).to.equal(401);
    expect((await revoke(client, refresh_token)).status).to.equal(200);
    expect((await call(access_token)).status).to.equal(200);
  });
});
