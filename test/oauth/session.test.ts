import { expect } from 'chai';
import { environment } from '../../src/http/environment.js';
import { createSession } from '../../src/oauth/session.js';
import { useCapturedConsole } from '../support/captured-console.js';

describe('the session of a login', () => {
  const captured = useCapturedConsole();

  const begin = (login: { expiresAt?: number; hasOddEnd?: boolean }) =>
    createSession({
      environment,
      baseUrl: 'http://127.0.0.1:9',
      timeout: 1000,
      login: {
        accessToken: 'the-first-token',
        refreshToken: 'a-refresh-token',
        clientId: '12',
        clientSecret: 'a-client-secret',
        ...login,
      },
    });

  it('warns of an end that cannot be read, and uses the token all the same', async () => {
    const tokens = begin({ hasOddEnd: true });
    expect(await tokens.current()).to.equal('the-first-token');
    expect(captured.lines).to.have.length(1);
    expect(captured.lines.join()).to.include('"expires_at"');
  });

  it('says nothing where the end is known, or is not given', () => {
    begin({ expiresAt: Date.UTC(2026, 2, 5) });
    begin({});
    expect(captured.lines).to.eql([]);
  });
});
