import { isBlank } from '../credential/blank.js';
import { readTime } from '../credential/time.js';
import type { Login } from '../oauth/login.js';
import { readSecret } from './credential-fields.js';

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
