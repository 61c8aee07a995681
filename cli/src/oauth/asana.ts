import {
  allowInsecureRequests,
  customFetch,
  type AuthorizationServer,
} from 'oauth4webapi';
import { send } from '../api/send.js';
import type { Surroundings } from '../surroundings.js';

/** Where a code is sent to that a person copies from a page of Asana. */
export const outOfBand = 'urn:ietf:wg:oauth:2.0:oob';

/** See https://developers.asana.com/docs/oauth */
export const asanaServer = (baseUrl: string): AuthorizationServer => ({
  issuer: baseUrl,
  authorization_endpoint: `${baseUrl}/-/oauth_authorize`,
  token_endpoint: `${baseUrl}/-/oauth_token`,
  revocation_endpoint: `${baseUrl}/-/oauth_revoke`,
});

/** How requests are sent: no redirect is followed, and there is an end to it. */
export const requestOptions = (
  surroundings: Surroundings,
  baseUrl: string,
  signal?: AbortSignal
) => ({
  // `readBaseUrl` lets plain http pass on this machine alone.
  [allowInsecureRequests]: baseUrl.startsWith('http:'),
  [customFetch]: (url: string, request: RequestInit) =>
    send(surroundings, url, { ...request, signal }),
});
