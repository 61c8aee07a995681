import type { User } from '../asana/entities.js';
import type { GrantOf } from '../asana/grant.js';
import type { Store } from '../asana/index.js';
import { readyApp, toApp, type App } from './app.js';
import { createCodes } from './codes.js';
import { createGrants } from './grants.js';
import { handle } from './handle.js';
import {
  issueToken,
  type OAuthCredential,
  type TokenWish,
} from './issue-token.js';
import type { OAuthOptions } from './options.js';
import type { OAuthParts } from './parts.js';
import { createPending } from './pending.js';

export type { App, AppOptions } from './app.js';
export type { Rotation } from './grants.js';
export type { OAuthCredential, TokenWish } from './issue-token.js';
export type { OAuthOptions } from './options.js';

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
  /** Issues tokens without a login, as a credential for the adaptor. */
  readonly issueToken: (wish?: TokenWish) => OAuthCredential;
  reset(): void;
}

export interface OAuthServiceOptions {
  readonly options: OAuthOptions;
  readonly timeScale: number;
  readonly now: () => number;
  readonly store: () => Store;
  /** The person who logs in. */
  readonly user: () => User;
  readonly baseUrl: () => string;
}

const hour = 3600;

export function createOAuth({
  options,
  timeScale,
  ...surroundings
}: OAuthServiceOptions): OAuthService {
  const { rotation = 'none', lifetimeSeconds = hour, state = 'same' } = options;
  const lifetimeMs = (lifetimeSeconds * 1000) / timeScale;
  const apps = (options.apps ?? [readyApp]).map(toApp);
  const blocked = new Set<string>();
  const pending = createPending();
  const codes = createCodes(surroundings.now);
  const grants = createGrants(rotation, lifetimeMs, surroundings.now);

  const grantOf: GrantOf = (accessToken, { users }) => {
    const found = grants.find(accessToken);
    if (!found || blocked.has(found.app.clientId)) return undefined;
    const user = users.get(found.user);
    return user && { user, scopes: new Set(found.scopes) };
  };

  const parts: OAuthParts = {
    ...surroundings,
    apps,
    pending,
    codes,
    grants,
    grantOf,
    returned: returnedStates[state],
    lifetimeMs,
  };

  return {
    apps,
    issueToken: (wish = {}) => issueToken(wish, parts),
    expire: () => grants.expire(),
    block: clientId => void blocked.add(clientId),
    handle: request => handle(request, parts),
    grantOf,
    reset() {
      blocked.clear();
      for (const part of [pending, codes, grants]) part.reset();
    },
  };
}

const returnedStates: Readonly<
  Record<NonNullable<OAuthOptions['state']>, OAuthParts['returned']>
> = {
  same: state => state,
  wrong: state => `${state}-of-somebody-else`,
  missing: () => undefined,
};
