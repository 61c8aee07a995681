import type { App } from './app.js';
import { invalid, OAuthError } from './oauth-error.js';
import { readParameters, required } from './parameters.js';
import { isChallenge } from './pkce.js';
import { isRegistered } from './redirect-uri.js';
import { readScopes } from './scopes.js';

/** What an app asks a person for. */
export interface LoginRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
  readonly challenge?: string;
}

/** Whom the answer to a login goes to. */
export type Receiver = Pick<LoginRequest, 'app' | 'redirectUri'>;

/**
 * The app and its address. Where one of them is not known, nothing may be sent
 * anywhere: the address could be anybody's.
 */
export function readReceiver(
  query: URLSearchParams,
  apps: readonly App[]
): Receiver | undefined {
  const [clientId, ...moreIds] = query.getAll('client_id');
  const [redirectUri, ...moreUris] = query.getAll('redirect_uri');
  const app = apps.find(one => one.clientId === clientId);
  if (!app || redirectUri === undefined) return undefined;
  if (moreIds.length > 0 || moreUris.length > 0) return undefined;
  return isRegistered(redirectUri, app.redirectUris)
    ? { app, redirectUri }
    : undefined;
}

/** The rest of what is asked for. What is wrong with it, the app is told. */
export function readLogin(
  query: URLSearchParams,
  { app, redirectUri }: Receiver
): LoginRequest {
  const parameters = readParameters(query);
  if (required(parameters, 'response_type') !== 'code') {
    throw invalid('unsupported_response_type', 'response_type');
  }
  const state = required(parameters, 'state');
  const { code_challenge: challenge, code_challenge_method: method } =
    parameters;
  if (challenge === undefined && (app.pkce || method !== undefined)) {
    throw new OAuthError(
      'invalid_request',
      'This app must log in with PKCE: `code_challenge` is missing.'
    );
  }
  if (challenge !== undefined && method !== 'S256') {
    throw invalid('invalid_request', 'code_challenge_method');
  }
  if (challenge !== undefined && !isChallenge(challenge)) {
    throw invalid('invalid_request', 'code_challenge');
  }
  const scopes = readScopes(parameters.scope, app);
  return { app, redirectUri, state, scopes, challenge };
}
