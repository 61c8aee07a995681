import { expect } from 'chai';
import { readCredential } from '../../../src/core/credential.js';
import { readLogin } from '../../src/credential/login.js';

const login = {
  access_token: 'an-access-token',
  refresh_token: 'a-refresh-token',
  client_id: '7',
  client_secret: 'a-client-secret',
};

const files: Record<string, object> = {
  'a login': login,
  'a login without an access token': { ...login, access_token: '' },
  'a personal access token': { token: 'a-token' },
  'a token beside a login': { ...login, token: 'a-token' },
  'a token beside a login without an access token': {
    ...login,
    access_token: undefined,
    token: 'a-token',
  },
  'a client ID that is a number': { ...login, client_id: 7 },
  'spaces and line breaks around everything': {
    access_token: ' an-access-token\n',
    refresh_token: 'a-refresh-token\r\n',
    client_id: ' 7 ',
    client_secret: '\ta-client-secret',
  },
  'blank fields': { token: 'a-token', access_token: '  ', client_id: ' ' },
  'a space in a token': { token: 'a token' },
  'a token that is a number': { token: 123456 },
  'a version that is a number': { token: 'a-token', apiVersion: 1 },
  'another version': { token: 'a-token', apiVersion: '1.1' },
  'a blank version': { token: 'a-token', apiVersion: ' ' },
  'a path as a version': { token: 'a-token', apiVersion: '1.0/../-' },
  'a time in seconds': { ...login, expires_at: 1_772_712_000 },
  'a time in seconds as text': { ...login, expires_at: '1772712000' },
  'a time in milliseconds': { ...login, expires_at: 1_772_712_000_000 },
  'a time as text': { ...login, expires_at: '2026-03-05T12:00:00Z' },
  'no time': { ...login, expires_at: 'soon' },
  'a time that no clock shows': { ...login, expires_at: 1e300 },
  'an address': { token: 'a-token', baseUrl: 'https://asana.example' },
  'an address in capitals': { token: 'a-token', baseUrl: 'HTTPS://ASANA.EU' },
  'a blank address': { token: 'a-token', baseUrl: ' ' },
  'a sandbox': { token: 'a-token', baseUrl: 'http://localhost:4747/' },
  'an address without protection': { token: 'a-token', baseUrl: 'http://a.eu' },
  'an address with a path': { token: 'a-token', baseUrl: 'https://a.eu/b' },
  'an address that is none': { token: 'a-token', baseUrl: 'asana' },
};

describe('A credential file is the same for the tool and for jobs', () => {
  for (const [what, file] of Object.entries(files)) {
    it(`with ${what}`, () => {
      const ofTool = tried(() => readByTool({ ...file }));
      const ofJob = tried(() => readByJob({ ...file }));

      expect(ofTool).to.deep.equal(ofJob);
    });
  }
});

function readByTool(file: Record<string, unknown>) {
  const { token, baseUrl, apiVersion, expiresAt, renewal } = readLogin(
    file,
    'the file'
  );
  const path = `/api/${apiVersion}`;
  return { token, baseUrl, path, renewal, ...(renewal && { expiresAt }) };
}

function readByJob(file: Record<string, unknown>) {
  const { token, baseUrl, basePath: path, login } = readCredential(file);
  const { refreshToken, clientId, clientSecret, expiresAt } = login ?? {};
  const renewal = login && { refreshToken, clientId, clientSecret };
  return { token, baseUrl, path, renewal, ...(renewal && { expiresAt }) };
}

function tried(read: () => object): object | 'refused' {
  try {
    return read();
  } catch (error) {
    // A mistake in the reading is not a refusal.
    if (!(error as { fix?: string }).fix) throw error;
    return 'refused';
  }
}
