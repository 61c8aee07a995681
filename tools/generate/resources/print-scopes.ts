import { banner } from './banner.js';
import type { ApiOperation } from './operation.js';

/** The source of the scopes, in the order of the endpoint table. */
export function printScopes(operations: readonly ApiOperation[]): string {
  let family = '';
  const rows = operations.flatMap(({ name, row, scopes }) => {
    if (scopes.length === 0) return [];
    const heading = row.family === family ? '' : `\n  // ${row.family}\n`;
    family = row.family;
    return [`${heading}  ${name}: ${JSON.stringify(scopes)},`];
  });
  return `${banner}import type { OperationName } from './endpoints.js';

/**
 * The OAuth scopes that an operation needs. Those that are not here need a
 * token with full permissions.
 */
export const scopes: Partial<Record<OperationName, readonly string[]>> = {${rows.join('\n')}
};
`;
}
