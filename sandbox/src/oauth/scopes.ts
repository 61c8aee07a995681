import type { App } from './app.js';
import { OAuthError } from './oauth-error.js';
import { fullScopes, granularScopes, openIdScopes } from './scope-names.js';

/**
 * The scopes that an app asks for, if it may. One with full permissions has
 * those and nothing granular; one with granular scopes has those that it has
 * registered. Whoever names none asks for full permissions.
 */
export function readScopes(
  asked: string | undefined,
  app: App
): readonly string[] {
  const named = new Set((asked ?? '').split(' ').filter(Boolean));
  const scopes = named.size > 0 ? [...named] : fullScopes;
  if (!scopes.every(isKnown)) {
    throw new OAuthError(
      'invalid_scope',
      'The `scope` provided was invalid: there is no such scope.'
    );
  }
  const own = app.scopes === 'default' ? fullScopes : app.scopes;
  const forbidden = scopes.filter(
    scope => !own.includes(scope) && !openIdScopes.includes(scope)
  );
  if (forbidden.length === 0) return scopes;
  throw new OAuthError(
    'forbidden_scopes',
    `Your app is not allowed to request user authorization for \`${forbidden.join(' ')}\` scopes.`
  );
}

const isKnown = (scope: string): boolean =>
  [openIdScopes, fullScopes, granularScopes].some(names =>
    names.includes(scope)
  );
