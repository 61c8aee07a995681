import { isObject } from '../core/arguments.js';
import type { EnumOption, Field, FieldType } from './named.js';

const types: readonly FieldType[] = [
  'text',
  'number',
  'enum',
  'multi_enum',
  'date',
  'people',
  'reference',
  'formula',
  'custom_id',
];

/** Asana itself fills them in. */
const computed: readonly FieldType[] = ['formula', 'custom_id'];

/** A custom field as Asana tells of it; an empty list for what is none. */
export function toField(record: unknown): readonly Field[] {
  if (!isObject(record)) return [];
  const { gid, name, precision, format } = record;
  if (typeof gid !== 'string' || typeof name !== 'string') return [];
  const type = typeOf(record);
  return [
    {
      gid,
      name,
      type,
      ...(typeof precision === 'number' && { precision }),
      ...(typeof format === 'string' && { format }),
      options: toOptions(record.enum_options),
      isReadOnly:
        computed.includes(type) ||
        record.is_formula_field === true ||
        record.is_value_read_only === true,
    },
  ];
}

/** A formula says `number` or `text` of its type, and what it is here. */
function typeOf(record: Record<string, unknown>): FieldType {
  const { representation_type, resource_subtype, type } = record;
  const said = representation_type ?? resource_subtype ?? type;
  return types.find(each => each === said) ?? 'other';
}

export const toOptions = (records: unknown): readonly EnumOption[] =>
  (Array.isArray(records) ? records : []).flatMap((record: unknown) =>
    isObject(record) &&
    typeof record.gid === 'string' &&
    typeof record.name === 'string'
      ? [
          {
            gid: record.gid,
            name: record.name,
            enabled: record.enabled !== false,
          },
        ]
      : []
  );
