import { AsanaError } from '../errors.js';
import type { Tokens } from '../http/auth.js';
import { usualLifetime, type Grant, type Login } from './login.js';
import { renewalTime } from './renewal-time.js';

/** How long to use the old token when Asana gave no new one. */
const beforeAnotherTry = 30_000;

/** What is refused at this age is refused for another reason than its age. */
const longestFresh = 60_000;

export interface TokensOptions {
  readonly login: Login;
  readonly now: () => number;
  /** Asks Asana for another access token. */
  readonly refresh: (refreshToken: string) => Promise<Grant>;
}

/**
 * The access tokens of a login, one after the other. They are renewed ahead of
 * their end, and when Asana refuses one; however many requests wait for that,
 * Asana is asked once.
 */
export function createTokens({ login, now, refresh }: TokensOptions): Tokens {
  let { accessToken, refreshToken, expiresAt = Infinity } = login;
  let renewAt = renewalTime(expiresAt, usualLifetime);
  /** Until then it is of no use to replace the token. */
  let freshUntil = -Infinity;
  let ended: AsanaError | undefined;
  let renewing: Promise<string> | undefined;

  const renew = (): Promise<string> => {
    if (ended !== undefined) return Promise.reject(ended);
    return (renewing ??= ask().finally(() => (renewing = undefined)));
  };

  async function ask(): Promise<string> {
    try {
      const grant = await refresh(refreshToken);
      accessToken = grant.accessToken;
      refreshToken = grant.refreshToken ?? refreshToken;
      const { lifetime } = grant;
      expiresAt = now() + lifetime;
      renewAt = renewalTime(expiresAt, lifetime);
      freshUntil = now() + Math.min(longestFresh, lifetime / 2);
      return accessToken;
    } catch (error) {
      if (isEnd(error)) ended = error;
      throw error;
    }
  }

  return {
    async current() {
      if (accessToken !== undefined && now() < renewAt) return accessToken;
      try {
        return await renew();
      } catch (error) {
        // There are some minutes left, in which Asana may come round; and where
        // the login is over, the run may be so before its token is.
        if (accessToken === undefined || now() >= expiresAt) throw error;
        renewAt = now() + beforeAnotherTry;
        return accessToken;
      }
    },
    async replace(refused) {
      if (accessToken !== undefined && accessToken !== refused) {
        return accessToken;
      }
      return now() < freshUntil ? undefined : renew();
    },
  };
}

const isEnd = (error: unknown): error is AsanaError =>
  error instanceof AsanaError && error.code === 'LOGIN_ENDED';
