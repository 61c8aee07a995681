import type { OAuthParts } from './parts.js';
import { readScopes } from './scopes.js';

/** Tokens with all that a client needs to refresh them: a credential. */
export interface OAuthCredential {
  readonly apiVersion: '1.0';
  readonly access_token: string;
  readonly refresh_token: string;
  readonly client_id: string;
  readonly client_secret: string;
  /** In seconds since 1970. */
  readonly expires_at: number;
  readonly scope: string;
  readonly baseUrl: string;
}

/** Which tokens are wanted. */
export interface TokenWish {
  /** The first app unless said. */
  readonly clientId?: string;
  /** All that the app may have, unless said: `default`, or its scopes. */
  readonly scope?: string;
}

/** Issues tokens without a login. */
export function issueToken(
  { clientId, scope }: TokenWish,
  { apps, grants, user, now, lifetimeMs, baseUrl }: OAuthParts
): OAuthCredential {
  const app = apps.find(one => one.clientId === (clientId ?? one.clientId));
  if (!app) throw new RangeError(`There is no app "${clientId}".`);
  const all = app.scopes === 'default' ? 'default' : app.scopes.join(' ');
  const scopes = readScopes(scope ?? all, app);
  const issued = grants.start({ app, scopes, user: user().gid });
  return {
    apiVersion: '1.0',
    access_token: issued.accessToken,
    refresh_token: issued.refreshToken,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    expires_at: Math.floor((now() + lifetimeMs) / 1000),
    scope: scopes.join(' '),
    baseUrl: baseUrl(),
  };
}
