import type { GrantOf } from '../asana/grant.js';
import type { Store } from '../asana/index.js';
import { readyApp, toApp, type App } from './app.js';
import { createCodes } from './codes.js';
import { createGrants } from './grants.js';
import { issueToken, type IssueToken } from './issue-token.js';
import { OAuthError, oauthRefusal } from './oauth-error.js';
import type { OAuthOptions } from './options.js';
import type { OAuthParts } from './parts.js';
import { revoke } from './revoke.js';
import { token } from './token.js';

export type { App, AppOptions } from './app.js';
export type { OAuthOptions } from './options.js';
export type { IssueToken, OAuthCredential } from './issue-token.js';

/** What tests and the command do with OAuth beside its endpoints. */
export interface OAuth {
  /** The registered apps, with their secrets. */
  readonly apps: readonly App[];
  /** Ends every access token at once, as if its hour were over. */
  expire(): void;
  /** An admin blocks the app: its tokens are good for nothing. */
  block(clientId: string): void;
}

/** OAuth with what the sandbox itself does with it. */
export interface OAuthService extends OAuth {
  /** Answers a request; `undefined` where the path is not one of OAuth. */
  handle(request: Request): Promise<Response | undefined>;
  readonly grantOf: GrantOf;
  readonly issueToken: IssueToken;
  reset(): void;
}

export interface OAuthServiceOptions {
  readonly options: OAuthOptions;
  readonly timeScale: number;
  readonly now: () => number;
  readonly store: () => Store;
  /** The gid of the person who logs in. */
  readonly user: () => string;
  readonly baseUrl: () => string;
}

const hour = 3600;

export function createOAuth(service: OAuthServiceOptions): OAuthService {
  const { options, now, store, baseUrl } = service;
  const { rotation = 'none', lifetimeSeconds = hour } = options;
  const lifetimeMs = (lifetimeSeconds * 1000) / service.timeScale;
  const apps = (options.apps ?? [readyApp]).map(toApp);
  const blocked = new Set<string>();
  const codes = createCodes(now);
  const grants = createGrants(rotation, lifetimeMs, now);
  const parts: OAuthParts = {
    apps,
    codes,
    grants,
    store,
    baseUrl,
    lifetimeMs,
  };

  return {
    apps,
    expire: () => grants.expire(),
    block: clientId => void blocked.add(clientId),
    handle: request => handle(request, parts),
    grantOf(accessToken, { users }) {
      const authorization = grants.find(accessToken);
      if (!authorization || blocked.has(authorization.app.clientId)) {
        return undefined;
      }
      const user = users.get(authorization.user);
      const { scopes } = authorization;
      return (
        user &&
        (scopes.includes('default')
          ? { user }
          : { user, scopes: new Set(scopes) })
      );
    },
    issueToken: asked =>
      issueToken(asked ?? {}, { ...parts, now, user: service.user }),
    reset() {
      blocked.clear();
      for (const part of [codes, grants]) part.reset();
    },
  };
}

const endpoints: Readonly<
  Record<string, (request: Request, parts: OAuthParts) => Promise<Response>>
> = {
  'POST /-/oauth_token': token,
  'POST /-/oauth_revoke': revoke,
};

async function handle(
  request: Request,
  parts: OAuthParts
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  const endpoint = endpoints[`${request.method} ${pathname}`];
  if (!endpoint) return undefined;
  try {
    return await endpoint(request, parts);
  } catch (error) {
    if (error instanceof OAuthError) return oauthRefusal(error);
    throw error;
  }
}
