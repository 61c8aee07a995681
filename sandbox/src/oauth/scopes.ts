import { scopes as scopesOfOperations } from '../../../src/generated/scopes.js';
import type { App } from './app.js';
import { OAuthError } from './oauth-error.js';

/** They say who somebody is, and go with full permissions and granular scopes. */
const openIdScopes = ['openid', 'email', 'profile'];

/** Full permissions, and what Asana asks for where no scope is named. */
const fullScopes = ['default', 'identity'];

/** Scopes of fields, which no operation needs as a whole. */
const fieldScopes = ['project_sections:read', 'time_periods:read'];

/** Every granular scope. */
export const granularScopes: readonly string[] = [
  ...new Set([...Object.values(scopesOfOperations).flat(), ...fieldScopes]),
].sort();

/**
 * The scopes that an app asks for, if it may. One with full permissions has
 * those or none; one with granular scopes has those that it registered.
 */
export function readScopes(asked: string | undefined, app: App): string[] {
  const scopes = [...new Set((asked ?? '').split(' ').filter(Boolean))];
  const wanted = scopes.length > 0 ? scopes : fullScopes;
  const known = [...openIdScopes, ...fullScopes, ...granularScopes];
  if (wanted.some(scope => !known.includes(scope))) {
    throw new OAuthError(
      'invalid_scope',
      'The `scope` provided was invalid: it has a scope that does not exist.'
    );
  }
  const own = app.scopes === 'default' ? fullScopes : app.scopes;
  const forbidden = wanted.filter(
    scope => !own.includes(scope) && !openIdScopes.includes(scope)
  );
  if (forbidden.length > 0) {
    throw new OAuthError(
      'forbidden_scopes',
      `Your app is not allowed to request user authorization for \`${forbidden.join(' ')}\` scopes.`
    );
  }
  return wanted;
}
