import { scopes } from '../../../src/generated/scopes.js';

/** Everything that the user may do, for an app with full permissions. */
export const everything = 'default';

/** Who somebody is, which every app may ask. */
export const openId = ['openid', 'email', 'profile'];

/** Those that single fields need, which no operation names. */
const forFields = ['project_sections:read', 'time_periods:read'];

export const knownScopes: ReadonlySet<string> = new Set([
  everything,
  ...openId,
  ...forFields,
  ...Object.values(scopes).flat(),
]);
