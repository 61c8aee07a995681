import type { Login } from '../oauth/login.js';
import { isBlank, readSecret } from './credential-fields.js';

const fix =
  'Log in again with "npx openfn-asana login" and use the credential that it writes.';

/**
 * What the credential has to renew its access token. OpenFn Lightning renews
 * that by itself, before a run, and keeps what belongs to the app: then there
 * is no login here.
 */
export function readLogin(
  settings: Record<string, unknown>
): Login | undefined {
  const { access_token, token, refresh_token, client_id, client_secret } =
    settings;
  if ([refresh_token, client_id, client_secret].some(isBlank)) return undefined;
  if (isBlank(access_token) && !isBlank(token)) return undefined;
  const expiresAt = readTime(settings.expires_at);
  return {
    refreshToken: readSecret('refresh_token', refresh_token, fix),
    // A gid, which a form may deliver as a number.
    clientId: String(client_id).trim(),
    clientSecret: readSecret('client_secret', client_secret, fix),
    ...(!isBlank(access_token) && {
      accessToken: readSecret('access_token', access_token, fix),
    }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Later than any time in seconds, and earlier than any in milliseconds. */
const between = 1e11;

/**
 * Seconds or milliseconds since 1970, or ISO text. What cannot be read is left
 * out: then the token is renewed when Asana refuses it.
 */
function readTime(given: unknown): number | undefined {
  if (isBlank(given)) return undefined;
  const number = Number(given);
  const time = Number.isNaN(number)
    ? Date.parse(String(given))
    : number < between
      ? number * 1000
      : number;
  return Number.isNaN(time) ? undefined : time;
}
