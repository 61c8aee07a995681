import lodash from 'lodash';
import { isOpenField, isOpenSchema } from './open-fields.js';
import { recordSchema } from './record-schema.js';
import { recordStem } from './record-stem.js';
import { referred, type Schema, type Schemas } from './schema.js';

/** By record, its fields. */
export type FieldTable = Record<string, Fields>;

/** By field, what it holds: a record of this name, `*`, or a plain value. */
export type Fields = Record<string, string | undefined>;

/** Held by a field of which nobody can say what is in it. */
export const anything = '*';

/** Every record has them, so that the table need not. */
const common = ['gid', 'resource_type'];

/**
 * The fields of records, and of the records in them. Of each record all forms
 * count: a list answers with compact ones, but gives any field that is named.
 */
export function fieldTable(
  records: readonly string[],
  schemas: Schemas
): FieldTable {
  const table: FieldTable = {};
  const open: Found[] = records.map(name => ({
    name,
    forms: formsOf(name, schemas),
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, forms } = next;
    if (name in table) continue;
    const held = lodash.mapValues(membersOf(forms), (members, field) =>
      isOpenField(name, field)
        ? anything
        : hold(members, `${name}.${field}`, schemas)
    );
    table[name] = lodash.mapValues(held, it =>
      typeof it === 'object' ? it.name : it
    );
    for (const it of Object.values(held)) {
      if (typeof it === 'object') open.push(it);
    }
  }
  return table;
}

interface Found {
  readonly name: string;
  readonly forms: readonly Schema[];
}

/** Names of other letters cannot be in a path, nor in the source of a table. */
const isFieldName = (name: string): boolean => /^\w+$/.test(name);

/** Those that a record of any form has, each with all that it is described as. */
function membersOf(forms: readonly Schema[]): Record<string, Schema[]> {
  const members = forms
    .flatMap(form => Object.entries(form.properties ?? {}))
    .filter(([field]) => isFieldName(field) && !common.includes(field));
  return lodash.mapValues(
    lodash.groupBy(members, ([field]) => field),
    found => found.map(([, member]) => member)
  );
}

/** What a field holds: a record, anything, or a plain value. */
function hold(
  members: readonly Schema[],
  path: string,
  schemas: Schemas
): Found | typeof anything | undefined {
  const kinds = members.flatMap(member => kindsOf(member, schemas));
  const complex = kinds.filter(kind => kind !== 'value');
  const [first] = complex;
  if (first === undefined) return undefined;
  const objects = complex.filter(kind => typeof kind === 'object');
  if (objects.length === complex.length) return ifKnown(path, objects);
  return typeof first === 'object' || complex.some(kind => kind !== first)
    ? anything
    : ifKnown(first, formsOf(first, schemas));
}

const ifKnown = (
  name: string,
  forms: readonly Schema[]
): Found | typeof anything =>
  forms.some(hasFields) && forms.every(form => !form.additionalProperties)
    ? { name, forms }
    : anything;

/** The name of a record, an object without a name, anything, or a value. */
type Kind = string | Schema;

function kindsOf(schema: Schema, schemas: Schemas): Kind[] {
  const name = referred(schema);
  if (name !== undefined && name in schemas) {
    return [isOpenSchema(name) ? anything : recordStem(name)];
  }
  if (schema.items !== undefined) return kindsOf(schema.items, schemas);
  if (schema.anyOf !== undefined) {
    return schema.anyOf.flatMap(choice => kindsOf(choice, schemas));
  }
  if (schema.additionalProperties !== undefined) return [anything];
  if (schema.properties !== undefined) return [schema];
  return [schema.type === undefined && !schema.enum ? anything : 'value'];
}

/** All that is described of a record, in as many schemas as there are. */
const formsOf = (record: string, schemas: Schemas): Schema[] =>
  Object.keys(schemas)
    .filter(name => recordStem(name) === record)
    .flatMap(name => choicesOf(name, schemas, []));

/** A record of several kinds has the fields of all of them. */
function choicesOf(
  name: string,
  schemas: Schemas,
  above: readonly string[]
): Schema[] {
  if (above.includes(name)) return [];
  const schema = recordSchema(name, schemas);
  const choices = schema.anyOf?.flatMap(choice => {
    const chosen = referred(choice);
    return chosen !== undefined && chosen in schemas
      ? choicesOf(chosen, schemas, [...above, name])
      : [choice];
  });
  return [schema, ...(choices ?? [])];
}

const hasFields = (form: Schema): boolean =>
  Object.keys(membersOf([form])).length > 0;
