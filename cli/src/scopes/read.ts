import { usageError } from '../cli-error.js';
import { everything, openId } from './known.js';

/** Reads `--scope`: words between spaces or commas, each of them once. */
export function readScopes(given: readonly string[]): string[] {
  const words = given.flatMap(text => text.split(/[\s,]+/)).filter(Boolean);
  const scopes = [...new Set(words)];
  if (scopes.length === 0) {
    throw usageError(
      '--scope names no scope.',
      'Leave it out for everything that you may do, or name some: --scope "tasks:read tasks:write"'
    );
  }
  const strange = scopes.find(scope => !/^[a-z_.]+(:[a-z_]+)?$/.test(scope));
  if (strange !== undefined) {
    throw usageError(
      'A scope is a word such as tasks:read.',
      'Separate several by spaces, in quotes: --scope "tasks:read tasks:write"'
    );
  }
  if (scopes.includes(everything) && scopes.some(isGranular)) {
    throw usageError(
      `The scope ${everything} is everything: Asana refuses it together with others.`,
      `Leave out ${everything}, or all others.`
    );
  }
  return scopes;
}

/** The scopes of the login before, as they were granted. */
export function readStoredScopes(stored: unknown): string[] {
  const words = typeof stored === 'string' ? stored.split(/\s+/) : [];
  const scopes = words.filter(Boolean);
  if (scopes.length === 0) return [everything];
  return scopes.includes(everything)
    ? scopes.filter(scope => !isGranular(scope))
    : scopes;
}

export const isGranular = (scope: string): boolean =>
  scope !== everything && !openId.includes(scope);
