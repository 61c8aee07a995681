import { scopes as scopesOfOperations } from '../../../src/generated/scopes.js';

/** They say who somebody is, and go with full permissions and granular scopes. */
export const openIdScopes: readonly string[] = ['openid', 'email', 'profile'];

/** Full permissions, and what else Asana asks for where no scope is named. */
export const fullScopes: readonly string[] = ['default', 'identity'];

/** Scopes of fields, which no operation needs as a whole. */
const fieldScopes = ['project_sections:read', 'time_periods:read'];

/** Every granular scope. */
export const granularScopes: readonly string[] = [
  ...new Set([...Object.values(scopesOfOperations).flat(), ...fieldScopes]),
].sort();

/** The first of these that an app with granular scopes cannot have. */
export const findUnknown = (scopes: readonly string[]): string | undefined =>
  scopes.find(
    scope => !granularScopes.includes(scope) && !openIdScopes.includes(scope)
  );
