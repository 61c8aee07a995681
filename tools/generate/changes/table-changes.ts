import lodash from 'lodash';
import type { Endpoint } from '../../../src/types.js';
import { toSentence } from '../resources/sentence.js';
import { compare, type Change } from './change.js';
import type { Table } from './read-table.js';

/** What differs in the operations, apart from their parameters. */
export function tableChanges(before: Table, after: Table): Change[] {
  const families = compare(familiesOf(before), familiesOf(after));
  const operations = compare(Object.keys(before), Object.keys(after));
  return [
    ...families.added.map(
      what => ({ kind: 'added', group: 'families', what }) as const
    ),
    ...families.removed.map(
      what => ({ kind: 'removed', group: 'families', what }) as const
    ),
    ...operations.added.map(name => ({
      kind: 'added' as const,
      group: 'operations' as const,
      what: describeRow(name, after[name]!),
    })),
    ...operations.removed.map(name => ({
      kind: 'removed' as const,
      group: 'operations' as const,
      what: `${before[name]!.family}.${name}`,
    })),
    ...operations.kept.flatMap(name =>
      rowChanges(name, before[name]!, after[name]!)
    ),
  ];
}

const familiesOf = (table: Table): string[] =>
  Object.values(table).map(({ family }) => family);

/** With the sentence that stands in the docs, for whoever has to read it. */
const describeRow = (name: string, row: Endpoint): string =>
  `${row.family}.${name}: ${row.method} ${row.path}, "${toSentence(name, row.list)}"`;

/** The query is told of by its types, which know more of it. */
function rowChanges(name: string, before: Endpoint, after: Endpoint): Change[] {
  const fields = lodash
    .union(Object.keys(before), Object.keys(after))
    .filter(field => field !== 'query') as (keyof Endpoint)[];
  return fields
    .filter(field => !lodash.isEqual(before[field], after[field]))
    .map(field => ({
      kind: 'changed',
      group: 'operations',
      what: `${after.family}.${name}: ${field} ${tell(before[field])} → ${tell(after[field])}`,
    }));
}

const tell = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
