import type { Tokens } from '../http/auth.js';
import { createRefresh, type RefreshOptions } from './refresh.js';
import { createTokens } from './tokens.js';

/** The access tokens of a login, as Asana gives them. */
export function createSession(options: RefreshOptions): Tokens {
  const { login, environment } = options;
  if (login.hasOddEnd) {
    console.warn(
      '"expires_at" in the credential is no time that can be read: the access token is renewed only when Asana refuses it. Write the seconds since 1970, such as 1772712000, or a time such as "2026-03-05T12:00:00Z", or leave it out.'
    );
  }
  return createTokens({
    login,
    now: environment.now,
    refresh: createRefresh(options),
  });
}
