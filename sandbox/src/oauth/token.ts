import { authenticate } from './client.js';
import type { App } from './app.js';
import type { Issued } from './grants.js';
import { invalid, OAuthError, oauthJson } from './oauth-error.js';
import { readForm, required, type Parameters } from './parameters.js';
import type { OAuthParts } from './parts.js';
import { isVerified } from './pkce.js';

/** `POST /-/oauth_token`: a code or a refresh token for an access token. */
export async function token(
  request: Request,
  parts: OAuthParts
): Promise<Response> {
  const form = await readForm(request);
  const grantType = required(form, 'grant_type');
  const app = authenticate(parts.apps, form);
  switch (grantType) {
    case 'authorization_code':
      return answer(exchange(form, app, parts), parts);
    case 'refresh_token':
      return answer(refresh(form, app, parts), parts);
    default:
      throw invalid('unsupported_grant_type', 'grant_type');
  }
}

function refresh(form: Parameters, app: App, { grants }: OAuthParts): Issued {
  const issued = grants.refresh(required(form, 'refresh_token'), app);
  if (!issued) throw invalid('invalid_grant', 'refresh_token');
  return issued;
}

function exchange(
  form: Parameters,
  app: App,
  { codes, grants }: OAuthParts
): Issued {
  const code = codes.find(required(form, 'code'));
  if (code?.app !== app) throw invalid('invalid_grant', 'code');
  if (code.isSpent) {
    // Somebody else has the code as well: what it was changed for is not safe.
    if (code.authorization) grants.end(code.authorization);
    throw invalid('invalid_grant', 'code');
  }
  // One try: whoever has the code but not its verifier may not go on guessing.
  code.isSpent = true;
  if (form.redirect_uri !== code.redirectUri) {
    throw invalid('invalid_grant', 'redirect_uri');
  }
  if (!provesItself(form.code_verifier, code.challenge)) {
    throw invalid('invalid_grant', 'code_verifier');
  }
  const { scopes, user } = code;
  const issued = grants.start({ app, scopes, user });
  code.authorization = issued.authorization;
  return issued;
}

/** A verifier without a challenge tells of a login that somebody tampered with. */
const provesItself = (
  verifier: string | undefined,
  challenge: string | undefined
): boolean =>
  challenge === undefined
    ? verifier === undefined
    : verifier !== undefined && isVerified(verifier, challenge);

function answer(issued: Issued, parts: OAuthParts): Response {
  const user = parts.store().users.get(issued.authorization.user);
  if (!user) throw new OAuthError('invalid_grant', 'The user is gone.');
  const { gid, name, email } = user;
  const { accessToken, refreshToken } = issued;
  return oauthJson({
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: parts.lifetimeMs / 1000,
    data: { id: gid, gid, name, email },
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
  });
}
