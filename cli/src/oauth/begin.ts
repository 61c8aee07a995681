import * as oauth from 'oauth4webapi';
import { asanaServer } from './asana.js';

/** What nobody but this process knows until the login is over. */
export interface Nonces {
  readonly state: string;
  /** Of PKCE: it proves that who trades the code is who began the login. */
  readonly verifier: string;
}

export const newNonces = (): Nonces => ({
  state: oauth.generateRandomState(),
  verifier: oauth.generateRandomCodeVerifier(),
});

export interface Asked {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** The address at which a person allows the app in. It holds no secret. */
export async function authorizationUrl(
  { baseUrl, clientId, redirectUri, scopes }: Asked,
  { state, verifier }: Nonces
): Promise<string> {
  const url = new URL(asanaServer(baseUrl).authorization_endpoint!);
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    state,
    scope: scopes.join(' '),
    code_challenge_method: 'S256',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  }).toString();
  return url.href;
}
