import type { CustomField, EnumOption } from '../entities.js';
import type { CustomFieldValue } from '../custom-field-records.js';
import { showContent } from '../custom-field-records.js';
import type { CustomFieldSetting } from '../entities.js';
import type { Shape } from './shape.js';

/** What only a field of certain types has. */
const byType = {
  currency_code: (field: CustomField) =>
    field.resource_subtype === 'number' ? field.currency_code : undefined,
  custom_label: (field: CustomField) =>
    field.resource_subtype === 'number' ? field.custom_label : undefined,
  custom_label_position: (field: CustomField) =>
    field.resource_subtype === 'number'
      ? field.custom_label_position
      : undefined,
  enum_options: (field: CustomField) =>
    /enum$/.test(field.resource_subtype) ? field.enum_options : undefined,
  format: (field: CustomField) =>
    /number|text/.test(field.resource_subtype) ? field.format : undefined,
  id_prefix: (field: CustomField) => field.id_prefix,
  is_formula_field: () => false,
  is_value_read_only: (field: CustomField) => field.id_prefix !== null,
  precision: (field: CustomField) =>
    field.resource_subtype === 'number' ? field.precision : undefined,
  representation_type: (field: CustomField) =>
    field.id_prefix === null ? field.resource_subtype : 'custom_id',
  // The old name of the subtype, which Asana still returns.
  type: (field: CustomField) => field.resource_subtype,
};

const compact = [
  'enum_options',
  'id_prefix',
  'is_formula_field',
  'name',
  'precision',
  'representation_type',
  'resource_subtype',
  'type',
];

export const customField: Shape<CustomField> = {
  compact,
  full: [
    ...compact,
    'asana_created_field',
    'created_by',
    'currency_code',
    'custom_label',
    'custom_label_position',
    'default_access_level',
    'format',
    'has_notifications_enabled',
    'is_global_to_workspace',
    'is_value_read_only',
    'privacy_setting',
  ],
  optIn: ['description'],
  computed: { ...byType, asana_created_field: () => null },
};

const fromField = Object.fromEntries(
  [
    ...Object.entries(byType),
    ...['created_by', 'description', 'name', 'resource_subtype'].map(
      field => [field, (from: CustomField) => Reflect.get(from, field)] as const
    ),
  ].map(([field, compute]) => [
    field,
    (value: CustomFieldValue) => compute(value.field),
  ])
);

const contents = [
  'date_value',
  'enum_value',
  'multi_enum_values',
  'number_value',
  'people_value',
  'reference_value',
  'text_value',
];

/** The field together with its content, as a task or project shows it. */
export const customFieldValue: Shape<CustomFieldValue> = {
  compact: [...compact, ...contents, 'display_value', 'enabled'],
  full: [
    ...compact,
    ...contents,
    'created_by',
    'description',
    'display_value',
    'enabled',
    'is_value_read_only',
  ],
  optIn: ['currency_code', 'custom_label', 'custom_label_position', 'format'],
  computed: {
    ...fromField,
    ...Object.fromEntries(
      contents.map(content => [
        content,
        (value: CustomFieldValue) => showContent(value, content),
      ])
    ),
  },
  whole: true,
};

const ownValue = [
  ...compact.filter(name => !/^(precision|resource_subtype)$/.test(name)),
  ...contents,
  'display_value',
  'enabled',
];

/** The same where a project, a portfolio or a goal shows it: in less detail. */
export const ownFieldValue: Shape<CustomFieldValue> = {
  ...customFieldValue,
  compact: ownValue,
  full: ownValue,
  optIn: [...new Set([...customFieldValue.full, ...customFieldValue.optIn!])],
};

export const enumOption: Shape<EnumOption> = {
  compact: ['color', 'enabled', 'name'],
  full: ['color', 'enabled', 'name'],
};

// Lists are said to be compact, but are seen to carry these fields.
const setting = ['custom_field', 'is_important', 'parent', 'project'];

export const customFieldSetting: Shape<CustomFieldSetting> = {
  compact: setting,
  full: setting,
  computed: {
    project: ({ parent }) =>
      parent.resource_type === 'project' ? parent : undefined,
  },
  wholeInFull: true,
};
