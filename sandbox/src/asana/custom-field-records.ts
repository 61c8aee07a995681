import type {
  CustomField,
  CustomFieldContent,
  CustomFieldType,
  Entity,
  Task,
} from './entities.js';

/** A custom field on a task or project, with its content. */
export interface CustomFieldValue extends Entity {
  readonly resource_type: 'custom_field';
  readonly shape: 'custom_field_value' | 'own_field_value';
  readonly field: CustomField;
  readonly content: CustomFieldContent | undefined;
  readonly display_value: string | null;
  /** The field is on one of the projects. If not, it can only be cleared. */
  readonly enabled: boolean;
}

/** The name under which a record shows the content, by the type. */
const contentNames: Record<CustomFieldType, string> = {
  text: 'text_value',
  number: 'number_value',
  enum: 'enum_value',
  multi_enum: 'multi_enum_values',
  date: 'date_value',
  people: 'people_value',
  reference: 'reference_value',
};

/** Types whose content is a list, empty when nothing is set. */
const lists = new Set<CustomFieldType>(['multi_enum', 'people', 'reference']);

/** The content under that name, `undefined` if the field is of another type. */
export function showContent(value: CustomFieldValue, name: string): unknown {
  const type = value.field.resource_subtype;
  if (contentNames[type] !== name) return undefined;
  return value.content ?? (lists.has(type) ? [] : null);
}

/** The content as a person reads it. */
function display(
  field: CustomField,
  content: CustomFieldContent | undefined
): string | null {
  if (content === undefined) return null;
  if (typeof content === 'string') return content;
  if (typeof content === 'number') return content.toFixed(field.precision);
  if (Array.isArray(content)) {
    // How Asana joins several names is not documented.
    const names = content.map(item => String(Reflect.get(item, 'name')));
    return names.length ? names.join(', ') : null;
  }
  if ('date' in content) {
    return content.date_time ?? `${content.date}T00:00:00.000Z`;
  }
  return 'name' in content ? String(content.name) : null;
}

/** A custom field together with a content. */
export function toCustomFieldValue(
  field: CustomField,
  content: CustomFieldContent | undefined,
  enabled = true,
  shape: CustomFieldValue['shape'] = 'custom_field_value'
): CustomFieldValue {
  return {
    gid: field.gid,
    resource_type: 'custom_field',
    shape,
    field,
    content,
    display_value: display(field, content),
    enabled,
  };
}

/** The custom fields that a task has through its projects. */
export function fieldsOf(task: Task): Set<CustomField> {
  const fields = new Set<CustomField>();
  for (const { project } of task.memberships) {
    for (const { custom_field } of project.custom_field_settings) {
      fields.add(custom_field);
    }
  }
  return fields;
}

/** The custom fields of a task, as its record shows them. */
export function taskValues(task: Task): CustomFieldValue[] {
  const fields = fieldsOf(task);
  const values = [...fields].map(field =>
    toCustomFieldValue(field, task.values.get(field), true)
  );
  for (const [field, content] of task.values) {
    if (!fields.has(field))
      values.push(toCustomFieldValue(field, content, false));
  }
  return values;
}
