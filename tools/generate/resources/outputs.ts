import type { Description } from '../description.js';
import type { Output } from '../output.js';
import { toExamples } from './examples/to-examples.js';
import { checkNames } from './lists/check-names.js';
import { commonJobs } from './lists/common-jobs.js';
import { toFamilies } from './lists/families.js';
import { printIndexExports } from './lists/index-exports.js';
import { printOperationsPage } from './lists/operations-page.js';
import { printReadmeTable } from './lists/readme-table.js';
import { printScopeTable } from './lists/scope-table.js';
import { toOperations } from './operation.js';
import { printFamily } from './print-family.js';
import { printScopes } from './print-scopes.js';

/** The operations of the API as functions, and the lists of them. */
export async function resourceOutputs(
  description: Description
): Promise<Output[]> {
  const operations = toOperations(description);
  const families = toFamilies(operations);
  await checkNames(families);
  const examples = await toExamples(operations);
  return [
    { file: 'src/generated/scopes.ts', text: printScopes(operations) },
    ...families.map(family => ({
      file: `src/resources/${family.name}.ts`,
      text: printFamily(family.operations, examples),
    })),
    {
      file: 'src/index.ts',
      mark: 'resources',
      text: printIndexExports(families),
    },
    { file: 'README.md', mark: 'families', text: printReadmeTable(families) },
    { file: 'docs/operations.md', text: printOperationsPage(families) },
    {
      file: 'docs/credentials.md',
      mark: 'scopes',
      text: printScopeTable(commonJobs, operations),
    },
  ];
}
