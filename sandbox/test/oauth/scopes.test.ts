import { expect } from 'chai';
import type { AppOptions } from '../../src/index.js';
import { logIn, openLogin, redeem } from './login.js';
import { closeSandboxes, connect } from './oauth-client.js';

const granular = (...scopes: readonly string[]): { apps: AppOptions[] } => ({
  apps: [{ clientId: '1', clientSecret: 's', scopes }],
});

describe('An app with granular scopes', () => {
  afterEach(closeSandboxes);

  it('may do what its token has the scope for, and gets a 403 for all else', async () => {
    const client = await connect(granular('tasks:read', 'tasks:write'));
    const { sandbox, call, issue } = client;
    const { access_token } = issue('tasks:read');
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    const read = await call(access_token, `/tasks?project=${project}`);
    expect(read.status).to.equal(200);
    const write = await call(access_token, '/tasks', { method: 'POST' });
    expect(write.status).to.equal(403);
    expect(write.body.errors[0].message).to.include('tasks:write');
    expect((await call(access_token)).status).to.equal(403);
  });

  it('gets a 403 where an operation has no scope: sections, events, a batch', async () => {
    const { sandbox, call, issue } = await connect(
      granular('projects:read', 'projects:write', 'tasks:read')
    );
    const { access_token } = issue();
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    for (const [path, method] of [
      [`/projects/${project}/sections`, 'GET'],
      [`/events?resource=${project}`, 'GET'],
      ['/batch', 'POST'],
    ] as const) {
      const { status } = await call(access_token, path, { method });
      expect(status, path).to.equal(403);
    }
    expect((await call(access_token, `/projects/${project}`)).status).to.equal(
      200
    );
  });

  it('keeps its scopes through a login and a refresh', async () => {
    const client = await connect(granular('tasks:read', 'users:read'));
    const code = await logIn(client, { scope: 'users:read' });
    const { body } = await redeem(client, code);
    const later = await client.refresh(body.refresh_token);
    for (const { access_token } of [body, later.body]) {
      expect((await client.call(access_token)).status).to.equal(200);
      const { status } = await client.call(access_token, '/tasks/1');
      expect(status).to.equal(403);
    }
  });

  it('may not ask for full permissions, for none, or for what it has not registered', async () => {
    const client = await connect(granular('tasks:read'));
    for (const [scope, named] of [
      ['default', 'default'],
      ['tasks:read default', 'default'],
      [null, 'default identity'],
      ['tasks:read tasks:write', 'tasks:write'],
    ] as const) {
      const { told } = await openLogin(client, { scope });
      expect(told).to.include({
        error: 'forbidden_scopes',
        error_description: `Your app is not allowed to request user authorization for \`${named}\` scopes.`,
      });
    }
  });

  it('may ask who somebody is as well', async () => {
    const client = await connect(granular('tasks:read'));
    const scope = 'tasks:read openid email';
    expect((await openLogin(client, { scope })).status).to.equal(200);
  });

  it('cannot be registered with a scope that does not exist', async () => {
    const failed = await connect(granular('tasks:steal')).catch(String);
    expect(failed).to.equal(
      'RangeError: There is no granular scope "tasks:steal".'
    );
  });
});

describe('An app with full permissions', () => {
  afterEach(closeSandboxes);

  it('has them with the scope default, and where it names none', async () => {
    const client = await connect();
    for (const scope of ['default', null]) {
      const { body } = await redeem(client, await logIn(client, { scope }));
      const project = client.sandbox.asana.store.projects.all()[0]!.gid;
      const path = `/projects/${project}/sections`;
      expect((await client.call(body.access_token, path)).status).to.equal(200);
    }
  });

  it('may not ask for anything granular', async () => {
    const client = await connect();
    for (const scope of ['tasks:read', 'default tasks:read']) {
      const { told } = await openLogin(client, { scope });
      expect(told).to.include({ error: 'forbidden_scopes' });
    }
  });
});

describe('Who holds a token', () => {
  afterEach(closeSandboxes);

  const path = '/openid_connect/userinfo';

  it('is told as far as its scopes go', async () => {
    const { call, issue, sandbox } = await connect();
    const infoOf = async (scope: string) =>
      (await call(issue(scope).access_token, path)).body;
    const { gid: sub, name, email } = sandbox.asana.store.users.all()[0]!;
    expect(await infoOf('default openid')).to.deep.equal({ sub });
    expect(await infoOf('openid email profile')).to.deep.equal({
      sub,
      name,
      email,
      email_verified: true,
    });
  });

  it('is not told without the scope openid, or without a good token', async () => {
    const { sandbox, call, issue, wait } = await connect();
    const { access_token } = issue('default openid');
    expect((await call(issue().access_token, path)).status).to.equal(403);
    expect((await call(sandbox.token, path)).status).to.equal(403);
    wait(3_600_000);
    const late = await call(access_token, path);
    expect(late.status).to.equal(401);
    expect(late.body.errors[0].message).to.equal('Not Authorized');
  });
});

describe('The discovery document', () => {
  afterEach(closeSandboxes);

  it('names the endpoints of this sandbox, to everybody', async () => {
    const { sandbox } = await connect();
    const { url } = sandbox;
    const answer = await fetch(
      `${url}/api/1.0/.well-known/openid-configuration`
    );
    expect(await answer.json()).to.deep.include({
      issuer: `${url}/api/1.0`,
      authorization_endpoint: `${url}/-/oauth_authorize`,
      token_endpoint: `${url}/-/oauth_token`,
      revocation_endpoint: `${url}/-/oauth_revoke`,
      userinfo_endpoint: `${url}/api/1.0/openid_connect/userinfo`,
      code_challenge_methods_supported: ['S256'],
    });
  });
});
