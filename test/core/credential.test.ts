import { expect } from 'chai';
import { readCredential } from '../../src/core/credential.js';
import { failureOf } from '../support/failure-of.js';

const token = 'a-fine-token';

describe('the credential', () => {
  it('needs nothing but a token', () => {
    expect(readCredential({ token })).to.eql({
      token,
      baseUrl: 'https://app.asana.com',
      basePath: '/api/1.0',
      timeout: 60_000,
      requestsPerMinute: undefined,
    });
  });

  it('prefers the access token of OAuth', () => {
    expect(
      readCredential({ token, access_token: 'oauth-token' }).token
    ).to.equal('oauth-token');
  });

  describe('of a login', () => {
    const login = {
      access_token: 'access-token',
      refresh_token: ' refresh-token\n',
      client_id: 1200000000000003,
      client_secret: 'client-secret',
    };

    it('can be renewed when all that it takes is there', () => {
      expect(readCredential(login)).to.include({ token: 'access-token' });
      expect(readCredential(login).login).to.eql({
        accessToken: 'access-token',
        refreshToken: 'refresh-token',
        clientId: '1200000000000003',
        clientSecret: 'client-secret',
      });
    });

    it('needs no access token to begin with', () => {
      const { token, login: read } = readCredential({
        ...login,
        access_token: '',
      });
      expect(token).to.equal('');
      expect(read).not.to.have.property('accessToken');
    });

    it('cannot be renewed, and works as it is, where a part is missing', () => {
      for (const part of ['refresh_token', 'client_id', 'client_secret']) {
        const credential = readCredential({ ...login, [part]: '' });
        expect(credential).not.to.have.property('login');
        expect(credential.token).to.equal('access-token');
        expect(credential.oauth).to.eql({ lacks: [part] });
      }
    });

    it('is refused with the names of what is missing, where that leaves no token', async () => {
      for (const part of ['refresh_token', 'client_id', 'client_secret']) {
        const { fix, message } = await failureOf(() =>
          readCredential({ ...login, access_token: '', [part]: undefined })
        );
        expect(message).to.match(
          new RegExp(`no access token, and no "${part}"`)
        );
        expect(fix).to.include('npx @openfn/asana-cli login');
      }
    });

    it('stands back behind a personal access token', () => {
      const credential = readCredential({ ...login, access_token: '', token });
      expect(credential).not.to.have.property('login');
      expect(credential.token).to.equal(token);
    });

    for (const [expires_at, time] of [
      [1_772_712_000, '2026-03-05T12:00:00.000Z'],
      ['1772712000', '2026-03-05T12:00:00.000Z'],
      [1_772_712_000_000, '2026-03-05T12:00:00.000Z'],
      ['2026-03-05T15:00:00+03:00', '2026-03-05T12:00:00.000Z'],
    ] as const) {
      it(`ends at ${time} with expires_at ${JSON.stringify(expires_at)}`, () => {
        const { login: read } = readCredential({ ...login, expires_at });
        expect(new Date(read!.expiresAt!).toISOString()).to.equal(time);
      });
    }

    it('ends nobody knows when where the time cannot be read', () => {
      for (const expires_at of [
        ...['soon', {}, 1e300, '1e16', -1, '05/03/2026', '5 March 2026'],
        '2026-03-99',
      ]) {
        const { login: read } = readCredential({ ...login, expires_at });
        expect(read).not.to.have.property('expiresAt');
        expect(read).to.have.property('hasOddEnd', true);
      }
    });

    it('has no odd end where none is given', () => {
      for (const expires_at of ['', null, undefined, 0, '2026-03-05']) {
        const { login: read } = readCredential({ ...login, expires_at });
        expect(read).not.to.have.property('hasOddEnd');
      }
    });

    it('is refused with the name of what is wrong, and without showing it', async () => {
      const error = await failureOf(() =>
        readCredential({ ...login, refresh_token: 'two words' })
      );
      expect(error.message).to.include('"refresh_token"');
      expect(JSON.stringify(error)).not.to.include('two words');
    });
  });

  it('overlooks a field that was left empty', () => {
    expect(
      readCredential({
        token,
        access_token: '',
        apiVersion: '',
        baseUrl: '',
        timeout: '',
        requestsPerMinute: '',
      })
    ).to.eql(readCredential({ token }));
  });

  for (const [around, given] of [
    ['Bearer', 'Bearer 2/12:secret-four'],
    ['Bearer', 'bearer\tsecret-four'],
    ['"', '"secret-four"'],
    ["'", "'secret-four'"],
    ['{', '{"token":"secret-four"}'],
  ] as const) {
    it(`says what is before the token, in ${given.replace(/\s/, ' ')}`, async () => {
      const { message, fix } = await failureOf(() =>
        readCredential({ token: given })
      );
      expect(message.toLowerCase()).to.include(
        `begins with ${around.toLowerCase()}`
      );
      expect(message + fix).not.to.include('secret-four');
      expect(fix).to.include('the token alone');
    });
  }

  for (const name of [
    ...['Token', 'api_key', 'personalAccessToken', 'ASANA_TOKEN', 'pat'],
  ]) {
    it(`says that a field "${name}" is to be called "token"`, async () => {
      const { fix } = await failureOf(() => readCredential({ [name]: token }));
      expect(fix)
        .to.include(`"${name}"`)
        .and.include('call that field "token"');
    });
  }

  it('means no token of another service, and no empty field', async () => {
    for (const other of [{ koboToken: token }, { api_key: ' ' }]) {
      const { fix } = await failureOf(() => readCredential(other));
      expect(fix).to.include('Put a personal access token');
    }
  });

  it('trims what a copy left around a token', () => {
    expect(readCredential({ token: ` ${token}\n` }).token).to.equal(token);
  });

  it('takes a version that JSON turned into a number', () => {
    expect(readCredential({ token, apiVersion: 1 }).basePath).to.equal(
      '/api/1.0'
    );
  });

  for (const [timeout, milliseconds] of [
    [5, 5000],
    ['5', 5000],
    [' 7.5 ', 7500],
    [0.05, 50],
    [300, 300_000],
  ] as const) {
    it(`waits for ${milliseconds} ms with a timeout of ${JSON.stringify(timeout)}`, () => {
      expect(readCredential({ token, timeout }).timeout).to.equal(milliseconds);
    });
  }

  for (const requestsPerMinute of [150, '150']) {
    it(`takes ${JSON.stringify(requestsPerMinute)} requests per minute`, () => {
      const options = readCredential({ token, requestsPerMinute });
      expect(options.requestsPerMinute).to.equal(150);
    });
  }

  for (const [field, values] of Object.entries({
    timeout: [0, -1, 301, NaN, Infinity, '0', '1e2', '0x10', 'soon', true, {}],
    requestsPerMinute: [0, -1, 1.5, NaN, '1.5', '-1', 'many', false, [150]],
  })) {
    for (const value of values) {
      it(`must not have a ${field} of ${JSON.stringify(value)}`, async () => {
        const error = await failureOf(() =>
          readCredential({ token, [field]: value })
        );
        expect(error.code).to.equal('INVALID_CREDENTIAL');
        expect(error.message).to.include(`"${field}"`);
        expect(error.fix).to.include(`Leave "${field}" out`);
      });
    }
  }

  for (const [title, configuration] of Object.entries({
    'no credential': undefined,
    'no token': {},
    'an empty token': { token: '' },
    'a blank token': { token: '  ' },
    'a null token': { token: null },
    'a token that is a number': { token: 12345678 },
    'a token with a line break': { token: 'secret-four\r\nX: y' },
    'a token with an accent': { token: 'secret-fouré' },
    'a version that leads elsewhere': { token, apiVersion: '../x' },
  })) {
    it(`is refused with a way out: ${title}`, async () => {
      const error = await failureOf(() => readCredential(configuration));
      expect(error.code).to.equal('INVALID_CREDENTIAL');
      expect(error.fix).to.be.a('string');
      expect(error.message + JSON.stringify(error)).to.not.include(
        'secret-four'
      );
    });
  }

  for (const baseUrl of [
    'https://asana.example.org',
    'https://asana.example.org/',
    'https://asana.example.org:8443',
    'http://localhost:4010',
    'http://127.0.0.1:4010',
    'http://127.1.2.3:4010',
    'http://[::1]:4010',
  ]) {
    it(`may point to ${baseUrl}`, () => {
      expect(readCredential({ token, baseUrl }).baseUrl).to.equal(
        baseUrl.replace(/\/$/, '')
      );
    });
  }

  for (const baseUrl of [
    'http://app.asana.com',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://10.0.0.1',
    'ftp://app.asana.com',
    'https://user:pass@app.asana.com',
    'https://app.asana.com/api/1.0',
    'https://app.asana.com?x=1',
    'app.asana.com',
    'file:///etc/passwd',
    42,
  ]) {
    it(`must not point to ${baseUrl}`, async () => {
      const error = await failureOf(() => readCredential({ token, baseUrl }));
      expect(error.code).to.equal('INVALID_CREDENTIAL');
      expect(error.message).to.include('"baseUrl"');
    });
  }
});
