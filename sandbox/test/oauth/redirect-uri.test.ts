import { expect } from 'chai';
import { openLogin, press } from './login.js';
import { closeSandboxes, connect } from './oauth-client.js';

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
