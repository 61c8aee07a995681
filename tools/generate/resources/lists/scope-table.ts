import lodash from 'lodash';
import type { ApiOperation } from '../operation.js';
import type { CommonJob } from './common-jobs.js';
import { toTable } from './families.js';

/** The least scopes with which an app can do what people do most. */
export const printScopeTable = (
  jobs: readonly CommonJob[],
  operations: readonly ApiOperation[]
): string =>
  toTable(
    ['What a job does', 'Scopes'],
    jobs.map(({ what, operations: used }) => [
      what,
      tellScopes(used, operations),
    ])
  );

function tellScopes(
  used: readonly string[],
  operations: readonly ApiOperation[]
): string {
  // What a newer description lacks is told with all that has changed.
  const own = operations.filter(({ name }) => used.includes(name));
  const uncovered = own.filter(({ scopes }) => scopes.length === 0);
  if (uncovered.length > 0) {
    return `full permissions: Asana has no scope for ${inCode(uncovered.map(({ name }) => name))}`;
  }
  return inCode(lodash.uniq(own.flatMap(({ scopes }) => scopes)).sort());
}

const inCode = (names: readonly string[]): string =>
  names.map(name => `\`${name}\``).join(', ');
