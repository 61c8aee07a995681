import { authorize, decide } from './authorize.js';
import { discovery } from './discovery.js';
import { OAuthError, oauthRefusal } from './oauth-error.js';
import type { OAuthParts } from './parts.js';
import { revoke } from './revoke.js';
import { token } from './token.js';
import { userinfo } from './userinfo.js';

type Endpoint = (request: Request, parts: OAuthParts) => Promise<Response>;

const endpoints = new Map<string, Endpoint>([
  ['GET /-/oauth_authorize', authorize],
  ['POST /-/oauth_authorize', decide],
  ['POST /-/oauth_token', token],
  ['POST /-/oauth_revoke', revoke],
  ['GET /api/1.0/openid_connect/userinfo', userinfo],
  ['GET /api/1.0/.well-known/openid-configuration', discovery],
]);

/** Answers a request; `undefined` where the path is not one of OAuth. */
export async function handle(
  request: Request,
  parts: OAuthParts
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  try {
    return await endpoints.get(`${request.method} ${pathname}`)?.(
      request,
      parts
    );
  } catch (error) {
    if (error instanceof OAuthError) return oauthRefusal(error);
    throw error;
  }
}
