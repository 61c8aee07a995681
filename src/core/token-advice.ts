import { endpoints, type OperationName } from '../generated/endpoints.js';
import { scopes } from '../generated/scopes.js';
import type { HttpRequest } from '../http/layer.js';
import { logInAgain } from '../oauth/log-in-again.js';
import type { HttpResponse } from '../types.js';
import { findEndpoint } from './find-endpoint.js';
import type { OAuthFields } from './login-fields.js';

/**
 * What to do about a request that Asana refused because of its token, as far as
 * that depends on the kind of the token. A personal access token has no scopes
 * and never ends, so of that nothing is said here.
 */
export function tokenAdvice(
  request: HttpRequest,
  { statusCode, body }: HttpResponse,
  oauth: OAuthFields | undefined
): string | undefined {
  if (oauth === undefined) return undefined;
  if (statusCode === 401) return adviceOnLogin(oauth);
  // Asana says nowhere what exactly it answers then, but that word is in it.
  return /scope/i.test(JSON.stringify(body) ?? '')
    ? adviceOnScopes(request)
    : undefined;
}

function adviceOnLogin({ lacks }: OAuthFields): string {
  if (lacks.length === 0) {
    return `Asana refuses even an access token that it has just given: an admin may have blocked the app, or the person who logged in has no access any more. Ask an admin of the workspace. ${logInAgain}`;
  }
  // Where all is lacking, nobody has meant to renew it.
  const why =
    lacks.length < 3 ? `: the credential has no ${quotedList(lacks)}` : '';
  return `The access token has ended, which it does after an hour, or was revoked, and nothing renews it${why}. ${logInAgain} For runs of more than an hour there, use a personal access token.`;
}

function adviceOnScopes({ method, path }: HttpRequest): string | undefined {
  const name = operationAt(method, path);
  if (name === undefined) return undefined;
  const needed = scopes[name];
  return needed === undefined
    ? 'Asana has no scope for this operation, so that an app with single scopes can never do it. Give the app full permissions at https://app.asana.com/0/my-apps and log in again, or use a personal access token.'
    : `The app that you logged in with lacks a permission. This needs ${quotedList(needed)}: add it to the scopes of the app at https://app.asana.com/0/my-apps, and log in again.`;
}

function operationAt(method: string, path: string): OperationName | undefined {
  const endpoint = findEndpoint(method, path);
  return (Object.keys(endpoints) as OperationName[]).find(
    name => endpoints[name] === endpoint
  );
}

const quotedList = (names: readonly string[]): string =>
  names.map(name => `"${name}"`).join(' and ');
