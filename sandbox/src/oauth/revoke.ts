import { authenticate } from './client.js';
import { invalid, oauthJson } from './oauth-error.js';
import { readForm, required } from './parameters.js';
import type { OAuthParts } from './parts.js';

/**
 * `POST /-/oauth_revoke`: ends a refresh token. One that is unknown is as good
 * as revoked; an access token is refused.
 */
export async function revoke(
  request: Request,
  { apps, grants }: OAuthParts
): Promise<Response> {
  const form = await readForm(request);
  const app = authenticate(apps, form);
  const refreshToken = required(form, 'token');
  if (
    grants.isAccessToken(refreshToken) ||
    !/^[\x21-\x7e]+$/.test(refreshToken)
  )
    throw invalid('invalid_request', 'token');
  grants.revoke(refreshToken, app);
  return oauthJson({});
}
