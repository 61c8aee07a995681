import { isDay, parseMoment } from './dates.js';
import type {
  CustomField,
  CustomFieldContent,
  CustomFieldType,
  Entity,
  EnumOption,
  User,
} from './entities.js';
import { badField, badRequest } from './errors.js';
import type { Data } from './input.js';
import { isObject, shown } from './input.js';
import { asGid, findByGid, findEach, findMember } from './lookup.js';
import type { World } from './world.js';

/** What the contents of custom fields are checked against. */
interface Writer {
  readonly world: World;
  readonly user: User;
}

/** Reads a value other than `null`, or refuses it. */
type Parse = (
  value: unknown,
  field: CustomField,
  writer: Writer
) => CustomFieldContent;

/** Asana's own limit for a text. */
const longestText = 1024;

/**
 * A disabled option, and one of another field, are refused like a gid that is
 * no option at all; the wording for them is not documented.
 */
function parseOption(
  value: unknown,
  name: string,
  field: CustomField
): EnumOption {
  const gid = asGid(value, name);
  const option = field.enum_options.find(known => known.gid === gid);
  if (!option?.enabled) throw badField(name, `Not a recognized ID: ${gid}`);
  return option;
}

function parseArray(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw badField(name, `Value is not an array: ${shown(value)}`);
}

function parseNamedObject(
  value: unknown,
  name: string,
  { world }: Writer
): Entity {
  const { tasks, projects } = world.store;
  const gid = asGid(value, name);
  return projects.get(gid) ?? findByGid(world.store, tasks, gid, name);
}

const parsers: Record<CustomFieldType, Parse> = {
  text(value) {
    if (typeof value !== 'string') {
      throw badField('text_value', `Value is not a string: ${shown(value)}`);
    }
    if (value.length > longestText) {
      throw badField(
        'text_value',
        `Text is longer than ${longestText} characters`
      );
    }
    return value;
  },
  number(value, { precision }) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw badField('number_value', `Value is not a number: ${shown(value)}`);
    }
    return Number(value.toFixed(precision));
  },
  enum: (value, field) => parseOption(value, 'enum_value', field),
  multi_enum: (value, field) =>
    findEach(
      [...new Set(parseArray(value, 'multi_enum_values'))],
      'multi_enum_values',
      (item, name) => parseOption(item, name, field)
    ),
  date(value) {
    if (!isObject(value)) {
      throw badField(
        'date_value',
        `Value is not a JSON object: ${shown(value)}`
      );
    }
    const { date, date_time } = value;
    if (typeof date_time === 'string') {
      const time = parseMoment(date_time);
      if (time !== undefined) {
        const iso = new Date(time).toISOString();
        return { date: iso.slice(0, 10), date_time: iso };
      }
    }
    if (typeof date === 'string' && isDay(date)) {
      return { date, date_time: null };
    }
    throw badField(
      'date_value',
      `Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${shown(date_time ?? date ?? value)}`
    );
  },
  people: (value, field, { world, user }) =>
    findEach(parseArray(value, 'people_value'), 'people_value', (item, name) =>
      findMember(world.store, user, field.workspace, item, name)
    ),
  reference: (value, _field, writer) =>
    findEach(
      parseArray(value, 'reference_value'),
      'reference_value',
      (item, name) => parseNamedObject(item, name, writer)
    ),
};

/** Values that leave a field as empty as `null` does. */
const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && !value.length);

/** One custom field to write; `undefined` clears it. */
export type FieldWrite = readonly [CustomField, CustomFieldContent | undefined];

/**
 * Reads `custom_fields` of a body: contents by the gid of the field.
 * @param enabled The fields which the projects of the task have.
 * @param held Fields with a content left over from a former project. They
 * can only be cleared.
 */
export function readFieldWrites(
  data: Data,
  enabled: ReadonlySet<CustomField>,
  held: ReadonlySet<CustomField>,
  writer: Writer
): FieldWrite[] {
  const values = data['custom_fields'];
  if (values === undefined) return [];
  if (!isObject(values)) {
    throw badField(
      'custom_fields',
      `Value is not a JSON object: ${shown(values)}`
    );
  }
  return Object.entries(values).map(([gid, value]) => {
    const field = writer.world.store.customFields.get(gid);
    const known =
      field && (enabled.has(field) || (held.has(field) && isEmpty(value)));
    if (!known) {
      throw badRequest(`Custom field with ID ${gid} is not on given object`);
    }
    if (field.id_prefix !== null) {
      throw badRequest(`Custom field with ID ${gid} is read only`);
    }
    if (isEmpty(value)) return [field, undefined];
    return [field, parsers[field.resource_subtype](value, field, writer)];
  });
}
