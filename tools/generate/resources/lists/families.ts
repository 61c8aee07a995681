import lodash from 'lodash';
import type { ApiOperation } from '../operation.js';

/** A namespace and its operations. */
export interface Family {
  readonly name: string;
  /** In Asana's reference. */
  readonly heading: string;
  readonly operations: readonly ApiOperation[];
}

/** By name. */
export const toFamilies = (operations: readonly ApiOperation[]): Family[] =>
  lodash.sortBy(
    Object.entries(lodash.groupBy(operations, ({ row }) => row.family)).map(
      ([name, own]) => ({
        name,
        heading: own[0]!.heading,
        operations: lodash.sortBy(own, ranks),
      })
    ),
    'name'
  );

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What is asked for most comes first: `/tasks`, then what is below it. */
const ranks: ((operation: ApiOperation) => number)[] = [
  ({ row }) => row.path.split('/').length,
  ({ row }) => methods.indexOf(row.method),
];

/** Where Asana's reference has a family. */
export const familyReference = ({ heading }: Family): string =>
  `https://developers.asana.com/reference/${lodash.kebabCase(heading)}`;

/** A row of a table. A line in a cell would end the row. */
export const toRow = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

export const toTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[]
): string =>
  [toRow(heads), toRow(heads.map(() => '---')), ...rows.map(toRow)].join('\n');
