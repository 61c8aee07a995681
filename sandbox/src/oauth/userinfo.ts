import { ApiError } from '../asana/errors.js';
import { findGrant } from '../asana/grant.js';
import { oauthJson } from './oauth-error.js';
import type { OAuthParts } from './parts.js';

/**
 * `GET /api/1.0/openid_connect/userinfo`: who holds the token. It is part of
 * the API, so that its errors are too.
 */
export async function userinfo(
  request: Request,
  { store, grantOf }: OAuthParts
): Promise<Response> {
  try {
    const { user, scopes } = findGrant(request, store(), grantOf);
    if (!scopes.has('openid')) {
      throw new ApiError(403, 'The token does not have the scope openid.');
    }
    const { gid, name, email } = user;
    return oauthJson({
      sub: gid,
      ...(scopes.has('profile') && { name }),
      ...(scopes.has('email') && {
        email,
        email_verified: email !== undefined,
      }),
    });
  } catch (error) {
    if (error instanceof ApiError) return oauthJson(error.body(), error.status);
    throw error;
  }
}
