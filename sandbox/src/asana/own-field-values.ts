import { toCustomFieldValue } from './custom-field-records.js';
import type { CustomFieldValue } from './custom-field-records.js';
import { readFieldWrites } from './custom-field-values.js';
import type { Context } from './behaviour.js';
import type {
  CustomField,
  CustomFieldContent,
  FieldHolder,
} from './entities.js';

/** What has contents of the fields that something above it brings along. */
export interface ValueHolder {
  readonly values: Map<CustomField, CustomFieldContent>;
}

const fieldsOf = (sources: readonly FieldHolder[]): Set<CustomField> =>
  new Set(
    sources.flatMap(({ custom_field_settings }) =>
      custom_field_settings.map(({ custom_field }) => custom_field)
    )
  );

/** The custom fields of a project, a portfolio or a goal, with contents. */
export function fieldValues(
  { values }: ValueHolder,
  sources: readonly FieldHolder[]
): CustomFieldValue[] {
  return [...fieldsOf(sources)].map(field =>
    toCustomFieldValue(field, values.get(field), true, 'own_field_value')
  );
}

/** Reads `custom_fields` of the body, and gives what writes them down. */
export function readOwnFields(
  { world, user, data }: Context,
  { values }: ValueHolder,
  sources: readonly FieldHolder[]
): () => void {
  const fields = fieldsOf(sources);
  const held = new Set(values.keys());
  const writes = readFieldWrites(data, fields, held, { world, user });
  return () => {
    for (const [field, content] of writes) {
      if (content === undefined) values.delete(field);
      else values.set(field, content);
    }
  };
}
