import * as oauth from 'oauth4webapi';
import { keepSecret } from '../secrets.js';
import type { Surroundings } from '../surroundings.js';
import { asanaServer, requestOptions } from './asana.js';
import { explain } from './explain.js';

/** What Asana knows the app by. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly baseUrl: string;
}

/** What Asana gave out. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** In milliseconds since 1970. */
  readonly expiresAt?: number;
  readonly scope?: string;
  /** Who logged in, where Asana says so. */
  readonly user?: string;
}

/** A login that has been begun in a browser, and what is to finish it. */
export interface Begun {
  readonly redirectUri: string;
  readonly state: string;
  readonly verifier: string;
  /** What was asked for. */
  readonly scopes: readonly string[];
}

/** Trades the code, which the browser came back with, for tokens. */
export async function exchange(
  surroundings: Surroundings,
  app: App,
  { redirectUri, state, verifier, scopes }: Begun,
  callback: URLSearchParams
): Promise<Tokens> {
  const { server, client, authentication } = toParties(app);
  keepSecret(verifier);
  keepSecret(callback.get('code') ?? '');
  try {
    const parameters = oauth.validateAuthResponse(
      server,
      client,
      callback,
      state
    );
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      parameters,
      redirectUri,
      verifier,
      requestOptions(surroundings, app.baseUrl)
    );
    return toTokens(
      surroundings,
      await oauth.processAuthorizationCodeResponse(
        server,
        client,
        await withoutIdToken(response)
      )
    );
  } catch (error) {
    throw explain(error, 'the login', scopes);
  }
}

/** Gets another access token. It runs to its end even after Ctrl+C. */
export async function refresh(
  surroundings: Surroundings,
  app: App,
  refreshToken: string
): Promise<Tokens> {
  const { server, client, authentication } = toParties(app);
  const never = new AbortController().signal;
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication,
      refreshToken,
      requestOptions(surroundings, app.baseUrl, never)
    );
    return toTokens(
      surroundings,
      await oauth.processRefreshTokenResponse(
        server,
        client,
        await withoutIdToken(response)
      )
    );
  } catch (error) {
    throw explain(error, 'the refresh');
  }
}

/** Makes Asana forget a login: all that came of the refresh token. */
export async function revoke(
  surroundings: Surroundings,
  app: App,
  refreshToken: string
): Promise<void> {
  const { server, client, authentication } = toParties(app);
  try {
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(
        server,
        client,
        authentication,
        refreshToken,
        requestOptions(surroundings, app.baseUrl)
      )
    );
  } catch (error) {
    throw explain(error, 'the revocation');
  }
}

const toParties = ({ clientId, clientSecret, baseUrl }: App) => ({
  server: asanaServer(baseUrl),
  client: { client_id: clientId } satisfies oauth.Client,
  authentication: oauth.ClientSecretPost(clientSecret),
});

/**
 * Nothing is read from an ID token, which comes with the scope `openid`, so
 * that it need not be checked against the name that Asana gives itself in it.
 */
async function withoutIdToken(response: Response): Promise<Response> {
  if (response.status !== 200) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('id_token' in body)) {
    return response;
  }
  return Response.json({ ...body, id_token: undefined }, response);
}

function toTokens(
  { now }: Surroundings,
  answer: oauth.TokenEndpointResponse
): Tokens {
  const { access_token, refresh_token, expires_in, scope, data } = answer;
  keepSecret(access_token);
  if (refresh_token !== undefined) keepSecret(refresh_token);
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: expires_in === undefined ? undefined : now() + expires_in * 1000,
    scope,
    user: nameOf(data),
  };
}

function nameOf(data: unknown): string | undefined {
  const { name, email } = (data ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string') return undefined;
  return typeof email === 'string' ? `${name} <${email}>` : name;
}
