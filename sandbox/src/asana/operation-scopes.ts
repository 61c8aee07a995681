import type { OperationName } from '../../../src/generated/endpoints.js';
import { scopes as scopesOfOperations } from '../../../src/generated/scopes.js';
import { ApiError } from './errors.js';

/**
 * Refuses an operation that the scopes of a token do not cover. Many
 * operations have no granular scope at all: they need full permissions. How
 * Asana says so is not documented.
 */
export function checkScopes(
  operation: OperationName,
  granted: ReadonlySet<string>
): void {
  if (granted.has('default')) return;
  const needed = scopesOfOperations[operation] ?? ['default'];
  const missing = needed.filter(scope => !granted.has(scope));
  if (missing.length === 0) return;
  throw new ApiError(
    403,
    `Your app does not have the scopes for this request: ${missing.join(' ')}`
  );
}
