import { randomBytes } from 'node:crypto';
import type { App } from './app.js';

/** What somebody has allowed an app to do. */
export interface Authorization {
  readonly app: App;
  readonly scopes: readonly string[];
  /** The gid of who allowed it. */
  readonly user: string;
}

/** What a refresh answers as `refresh_token`. */
export type Rotation = 'none' | 'same' | 'new';

/** Tokens as an app gets them. */
export interface Issued {
  readonly authorization: Authorization;
  readonly accessToken: string;
  readonly refreshToken?: string;
}

/** The tokens of every app. */
export interface Grants {
  start(asked: Authorization): Required<Issued>;
  /** A new access token, `undefined` where the refresh token is not this app's. */
  refresh(refreshToken: string, app: App): Issued | undefined;
  /** Ends all tokens that came of what an app's refresh token stands for. */
  revoke(refreshToken: string, app: App): void;
  /** Ends all tokens that came of an authorization. */
  end(authorization: Authorization): void;
  /** What an access token that is still good allows. */
  find(accessToken: string): Authorization | undefined;
  isAccessToken(text: string): boolean;
  /** Ends every access token that there is now, and no refresh token. */
  expire(): void;
  reset(): void;
}

interface Access {
  readonly authorization: Authorization;
  until: number;
}

const secret = () => randomBytes(16).toString('hex');

export function createGrants(
  rotation: Rotation,
  lifetimeMs: number,
  now: () => number
): Grants {
  const byAccess = new Map<string, Access>();
  const byRefresh = new Map<string, Authorization>();
  const ended = new Set<Authorization>();
  let serial = 0;

  const newAccessToken = (authorization: Authorization): string => {
    const { user, app } = authorization;
    serial += 1;
    const token = `2/${user}/${app.clientId}/${serial}:${secret()}`;
    byAccess.set(token, { authorization, until: now() + lifetimeMs });
    return token;
  };

  const newRefreshToken = (authorization: Authorization): string => {
    const token = `1/${authorization.user}:${secret()}`;
    byRefresh.set(token, authorization);
    return token;
  };

  const nextRefreshToken = (
    used: string,
    authorization: Authorization
  ): string | undefined => {
    if (rotation === 'none') return undefined;
    if (rotation === 'same') return used;
    byRefresh.delete(used);
    return newRefreshToken(authorization);
  };

  const ofApp = (refreshToken: string, app: App): Authorization | undefined => {
    const authorization = byRefresh.get(refreshToken);
    if (!authorization || ended.has(authorization)) return undefined;
    return authorization.app === app ? authorization : undefined;
  };

  return {
    start(asked) {
      // An object of its own: it is what a revocation ends.
      const authorization = { ...asked };
      return {
        authorization,
        accessToken: newAccessToken(authorization),
        refreshToken: newRefreshToken(authorization),
      };
    },
    refresh(refreshToken, app) {
      const authorization = ofApp(refreshToken, app);
      if (!authorization) return undefined;
      return {
        authorization,
        accessToken: newAccessToken(authorization),
        refreshToken: nextRefreshToken(refreshToken, authorization),
      };
    },
    revoke(refreshToken, app) {
      const authorization = ofApp(refreshToken, app);
      if (authorization) ended.add(authorization);
    },
    end: authorization => void ended.add(authorization),
    find(accessToken) {
      const access = byAccess.get(accessToken);
      if (!access || now() >= access.until) return undefined;
      return ended.has(access.authorization) ? undefined : access.authorization;
    },
    isAccessToken: text => byAccess.has(text),
    expire() {
      for (const access of byAccess.values()) access.until = 0;
    },
    reset() {
      for (const tokens of [byAccess, byRefresh, ended]) tokens.clear();
    },
  };
}
