import { usageError } from '../cli-error.js';
import { everything, openId } from './known.js';

/** Reads `--scope`: words between spaces or commas, each of them once. */
export function readScopes(given: readonly string[]): string[] {
  const words = given.flatMap(text => text.split(/[\s,]+/)).filter(Boolean);
  const scopes = [...new Set(words)];
  if (scopes.length === 0) return [everything];
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

export const isGranular = (scope: string): boolean =>
  scope !== everything && !openId.includes(scope);
