import { isBlank } from '../credential/blank.js';
import { readTime } from '../credential/time.js';
import { logInAgain } from '../oauth/log-in-again.js';
import type { Login } from '../oauth/login.js';
import { readSecret } from './credential-fields.js';

/** What a credential with a token of OAuth has for the time after its end. */
export interface OAuthFields {
  /** The fields without which the token cannot be renewed. */
  readonly lacks: readonly string[];
}

const renewing = ['refresh_token', 'client_id', 'client_secret'];

/** What the credential has of OAuth; `undefined` where it is not to be used. */
export function readOAuth(
  settings: Record<string, unknown>
): OAuthFields | undefined {
  const lacks = renewing.filter(name => isBlank(settings[name]));
  if (!isBlank(settings.access_token)) return { lacks };
  return isBlank(settings.token) && lacks.length < renewing.length
    ? { lacks }
    : undefined;
}

/**
 * What the credential has to renew its access token. OpenFn Lightning renews
 * that by itself, before a run, and keeps what belongs to the app: then there
 * is no login here.
 */
export function readLogin(settings: Record<string, unknown>): Login {
  const { access_token, refresh_token, client_id, client_secret } = settings;
  const expiresAt = readTime(settings.expires_at);
  return {
    refreshToken: readSecret('refresh_token', refresh_token, logInAgain),
    // A gid, which a form may deliver as a number.
    clientId: String(client_id).trim(),
    clientSecret: readSecret('client_secret', client_secret, logInAgain),
    ...(!isBlank(access_token) && {
      accessToken: readSecret('access_token', access_token, logInAgain),
    }),
    ...(expiresAt !== undefined
      ? { expiresAt }
      : !isBlank(settings.expires_at) && { hasOddEnd: true }),
  };
}
