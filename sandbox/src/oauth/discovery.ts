import { oauthJson } from './oauth-error.js';
import type { OAuthParts } from './parts.js';
import { fullScopes, granularScopes, openIdScopes } from './scope-names.js';

/**
 * `GET /api/1.0/.well-known/openid-configuration`: where everything is. The
 * sandbox signs no ID tokens, and so names neither keys nor an algorithm.
 */
export async function discovery(
  _request: Request,
  { baseUrl }: OAuthParts
): Promise<Response> {
  const origin = baseUrl();
  const issuer = `${origin}/api/1.0`;
  return oauthJson({
    issuer,
    authorization_endpoint: `${origin}/-/oauth_authorize`,
    token_endpoint: `${origin}/-/oauth_token`,
    revocation_endpoint: `${origin}/-/oauth_revoke`,
    userinfo_endpoint: `${issuer}/openid_connect/userinfo`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    revocation_endpoint_auth_methods_supported: ['client_secret_post'],
    subject_types_supported: ['public'],
    scopes_supported: [...openIdScopes, ...fullScopes, ...granularScopes],
    claims_supported: ['sub', 'name', 'email', 'email_verified'],
  });
}
