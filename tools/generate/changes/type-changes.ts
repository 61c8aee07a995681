import lodash from 'lodash';
import { compare, type Change } from './change.js';
import type { Member, Types } from './read-members.js';
import type { Table } from './read-table.js';

/** What is known of the API: its operations and the types of their data. */
export interface Known {
  readonly table: Table;
  readonly types: Types;
}

/** What differs in query parameters, bodies and records. */
export function typeChanges(before: Known, after: Known): Change[] {
  const names = compare(before.types.keys(), after.types.keys());
  return [
    ...names.added.flatMap(name =>
      wholeChanges('added', name, after, before.table)
    ),
    ...names.removed.flatMap(name =>
      wholeChanges('removed', name, before, after.table)
    ),
    ...names.kept.flatMap(name =>
      memberChanges(
        placeOf(name, after.table),
        before.types.get(name)!,
        after.types.get(name)!
      )
    ),
  ];
}

interface Place {
  readonly group: Change['group'];
  /** The operation or record that the type is of. */
  readonly of: string;
}

function placeOf(name: string, table: Table): Place {
  const operation = lodash.lowerFirst(name.replace(/(Params|Data)$/, ''));
  if (!(operation in table)) return { group: 'record fields', of: name };
  const { family } = table[operation]!;
  return {
    group: name.endsWith('Params') ? 'query parameters' : 'body fields',
    of: `${family}.${operation}`,
  };
}

/**
 * A type that is only in one of them. Those of an operation that is new, or
 * gone, go without saying.
 */
function wholeChanges(
  kind: 'added' | 'removed',
  name: string,
  { table, types }: Known,
  other: Table
): Change[] {
  const { group, of } = placeOf(name, table);
  if (group === 'record fields')
    return [{ kind, group: 'records', what: name }];
  if (!(of.slice(of.indexOf('.') + 1) in other)) return [];
  return [...types.get(name)!.keys()].map(member => ({
    kind,
    group,
    what: `${of}: ${member}`,
  }));
}

type Members = ReadonlyMap<string, Member>;

function memberChanges(
  { group, of }: Place,
  before: Members,
  after: Members
): Change[] {
  const { added, removed, kept } = compare(before.keys(), after.keys());
  const told = (kind: Change['kind'], what: string): Change => ({
    kind,
    group,
    what: `${of}: ${what}`,
  });
  return [
    ...added.map(name => told('added', name)),
    ...removed.map(name => told('removed', name)),
    ...kept.flatMap(name => {
      const [old, now] = [before.get(name)!, after.get(name)!];
      const values = valueChanges(`${of}: ${name}`, old, now);
      if (values.length > 0) return values;
      return isSame(old, now)
        ? []
        : [told('changed', `${name} ${describe(old)} → ${describe(now)}`)];
    }),
  ];
}

function valueChanges(where: string, before: Member, after: Member): Change[] {
  if (before.values.length === 0 || after.values.length === 0) return [];
  const { added, removed } = compare(before.values, after.values);
  const told = (kind: Change['kind'], value: string): Change => ({
    kind,
    group: 'values',
    what: `${where} "${value}"`,
  });
  return [
    ...added.map(value => told('added', value)),
    ...removed.map(value => told('removed', value)),
  ];
}

const isSame = (before: Member, after: Member): boolean =>
  before.isOptional === after.isOptional && before.type === after.type;

const describe = ({ isOptional, type }: Member): string =>
  isOptional ? `(optional) ${type}` : type;
