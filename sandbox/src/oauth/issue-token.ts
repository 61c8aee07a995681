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

/**
 * Issues tokens without a login. `clientId` is the first app unless said, and
 * `scope` what the app would get: `default`, or all its granular scopes.
 */
export type IssueToken = (asked?: {
  readonly clientId?: string;
  readonly scope?: string;
}) => OAuthCredential;

interface Parts extends OAuthParts {
  readonly now: () => number;
  readonly user: () => string;
}

export function issueToken(
  { clientId, scope }: NonNullable<Parameters<IssueToken>[0]>,
  { apps, grants, now, user, lifetimeMs, baseUrl }: Parts
): OAuthCredential {
  const app = apps.find(one => one.clientId === (clientId ?? one.clientId));
  if (!app) throw new RangeError(`There is no app "${clientId}".`);
  const all = app.scopes === 'default' ? 'default' : app.scopes.join(' ');
  const scopes = readScopes(scope ?? all, app);
  const issued = grants.start({ app, scopes, user: user() });
  return {
    apiVersion: '1.0',
    access_token: issued.accessToken,
    refresh_token: issued.refreshToken,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    expires_at: (now() + lifetimeMs) / 1000,
    scope: scopes.join(' '),
    baseUrl: baseUrl(),
  };
}
