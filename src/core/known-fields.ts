import lodash from 'lodash';
import { closest } from './closest.js';
import { readFieldPaths, type FieldPath } from './field-path.js';

/** A field that the record it was asked of does not have. */
export interface UnknownField {
  /** Its name. */
  readonly field: string;
  /** The whole path, when it is longer than the name. */
  readonly path: string;
  /** What was asked for it, in words: `a task`. */
  readonly record: string;
  /** The path that was probably meant. */
  readonly meant?: string;
}

/** Where a path has led to so far. */
interface Place {
  /** A record of the table, `*` for what has any fields, or a plain value. */
  readonly record: string | undefined;
  readonly path: readonly string[];
}

const anything = '*';

/** No name of Asana is as long, and to compare long ones takes long. */
const longestName = 100;

/** Every record has them, and the table does not list them. */
const common = ['gid', 'resource_type'];

/** By record, what each of its fields holds. */
type Fields = ReadonlyMap<string, ReadonlyMap<string, string | undefined>>;

interface Table {
  readonly fields: Fields;
  /** By operation, the record that it answers with. */
  readonly answers: ReadonlyMap<string, string>;
}

/** It is long, and needed for the first operation that is given fields. */
let table: Promise<Table> | undefined;

/**
 * The fields in `opt_fields` that the answer of an operation cannot have, as
 * far as Asana's description tells. Nothing is unknown of an operation that
 * answers with any record.
 */
export async function unknownFields(
  operation: string,
  optFields: unknown
): Promise<UnknownField[]> {
  const paths = readFieldPaths(optFields);
  if (paths.length === 0) return [];
  const { fields, answers } = await (table ??= readTable());
  const record = answers.get(operation);
  if (record === undefined) return [];
  const unknown = new Map<string, UnknownField>();
  const start = { record, path: [] };
  for (const path of paths) {
    const isPrefixed = path[0] === 'this';
    walk([start], isPrefixed ? path.slice(1) : path, fields, unknown);
  }
  return [...unknown.values()];
}

/**
 * Warns only: Asana overlooks such fields, and may know newer ones.
 *
 * @param asked - The operation of Asana's API, where it has another name.
 */
export async function warnOfUnknownFields(
  operation: string,
  params: Readonly<Record<string, unknown>>,
  asked = operation
): Promise<void> {
  for (const unknown of await unknownFields(asked, params.opt_fields)) {
    const warning = `${operation}: ${toWarning(unknown)}`;
    if (told.has(warning)) continue;
    told.add(warning);
    console.warn(warning);
  }
}

/** A job may do the same for every row; one warning will do. */
const told = new Set<string>();

/** For what starts another run in the same process. */
export const forgetWarnings = (): void => told.clear();

function toWarning({ field, path, record, meant }: UnknownField): string {
  const asked = path === field ? '' : `, in "${path}"`;
  const advice = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  return `Asana knows no field "${field}" of ${record}${asked}.${advice}`;
}

/** Where a path leads from some places; what leads nowhere is noted. */
function walk(
  from: readonly Place[],
  path: FieldPath,
  fields: Fields,
  unknown: Map<string, UnknownField>
): Place[] {
  let places = [...from];
  for (const term of path) {
    const next =
      typeof term === 'string'
        ? places.flatMap(place => step(place, term, fields, unknown))
        : term.flatMap(group => walk(places, group, fields, unknown));
    // Two ways to one record are one: groups of groups would grow without end.
    places = lodash.uniqBy(next, 'record');
  }
  return places;
}

function step(
  { record, path }: Place,
  field: string,
  fields: Fields,
  unknown: Map<string, UnknownField>
): Place[] {
  const longer = [...path, field];
  if (record === anything) return [{ record, path: longer }];
  const known = record === undefined ? undefined : fields.get(record);
  if (known?.has(field)) return [{ record: known.get(field), path: longer }];
  const names = field.length > longestName ? [] : [...(known?.keys() ?? [])];
  const [meant] = closest(field, names, 1);
  unknown.set(longer.join('.'), {
    field,
    path: longer.join('.'),
    record: inWords(record, path),
    ...(meant !== undefined && { meant: [...path, meant].join('.') }),
  });
  return [];
}

async function readTable(): Promise<Table> {
  const { fields, operations } = await import('../generated/fields.js');
  return {
    fields: new Map(
      Object.entries(fields).map(([record, text]) => [record, readFields(text)])
    ),
    answers: new Map(
      Object.entries(operations).flatMap(([record, text]) =>
        words(text).map(operation => [operation, record])
      )
    ),
  };
}

const readFields = (text: string): Map<string, string | undefined> =>
  new Map(
    [...common, ...words(text)].map(word => {
      const [name = '', holds] = word.split(':');
      return [name, holds];
    })
  );

const words = (text: string): string[] => text.trim().split(/\s+/);

/** `a custom field`, or `"memberships"` for what has no other name. */
function inWords(record: string | undefined, path: readonly string[]): string {
  if (record === undefined || record.includes('.')) return `"${path.at(-1)}"`;
  const name = record.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
  return /^[aeio]/.test(name) ? `an ${name}` : `a ${name}`;
}
