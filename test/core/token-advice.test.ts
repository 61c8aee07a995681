import { expect } from 'chai';
import { tokenAdvice } from '../../src/core/token-advice.js';
import {
  endpoints,
  type OperationName,
} from '../../src/generated/endpoints.js';
import { scopes } from '../../src/generated/scopes.js';

const logIn = 'npx @openfn/asana-cli login';
const all = ['refresh_token', 'client_id', 'client_secret'];

const answer = (statusCode: number, body: unknown = {}) => ({
  url: '',
  method: 'GET',
  statusCode,
  statusMessage: '',
  headers: {},
  body,
  duration: 1,
});

const refusedScope = answer(403, {
  errors: [{ message: 'You lack a required scope for this' }],
});

describe('advice about a token that is refused', () => {
  const request = { method: 'GET', path: '/users/me' };
  const on401 = (lacks: readonly string[]) =>
    tokenAdvice(request, answer(401), { lacks });

  it('names what is missing to renew it, where something is', () => {
    expect(on401(['client_secret']))
      .to.include('has no "client_secret"')
      .and.include(logIn);
    expect(on401(['client_id', 'client_secret'])).to.include(
      'no "client_id" and "client_secret"'
    );
  });

  it('speaks of its hour, and of no field, where nobody has meant to renew it', () => {
    expect(on401(all)).to.include('after an hour').and.include(logIn);
    expect(on401(all)).not.to.match(/client_|refresh_/);
  });

  it('says whom to ask where it was renewed', () => {
    expect(on401([])).to.include('admin').and.include(logIn);
  });

  it('never sends the owner of an access token for a personal one first', () => {
    for (const lacks of [[], ['client_id'], all]) {
      expect(on401(lacks)).not.to.include('Make a new personal access token');
    }
  });

  it('is left to others where the token is a personal one, or is not why', () => {
    expect(tokenAdvice(request, answer(401), undefined)).to.equal(undefined);
    expect(tokenAdvice(request, refusedScope, undefined)).to.equal(undefined);
    const forbidden = answer(403, { errors: [{ message: 'Forbidden' }] });
    expect(tokenAdvice(request, forbidden, { lacks: [] })).to.equal(undefined);
  });
});

describe('advice about missing scopes', () => {
  const adviceOn = (method: string, path: string) =>
    tokenAdvice({ method, path }, refusedScope, { lacks: [] });

  it('names the scopes of each operation, or says that Asana has none', () => {
    for (const [name, { method, path }] of Object.entries(endpoints)) {
      const advice = adviceOn(method, path.replace(/\{\w+\}/g, '12'));
      const needed = scopes[name as OperationName];
      expect(advice, name).to.include(
        needed === undefined ? 'full permissions' : `"${needed[0]}"`
      );
      expect(advice?.includes('has no scope'), name).to.equal(!needed);
    }
  });

  it('is left to others where the table has no such operation', () => {
    expect(adviceOn('GET', '/brand_new/12')).to.equal(undefined);
  });
});
