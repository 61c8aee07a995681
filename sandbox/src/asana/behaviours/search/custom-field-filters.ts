import type { CustomField, CustomFieldContent } from '../../entities.js';
import { badField } from '../../errors.js';
import type { Store } from '../../store.js';
import type { Filter, Search } from './filter.js';

/** Compares the content of a field with the value of a parameter. */
type Compare = (
  content: CustomFieldContent | undefined,
  value: string
) => boolean;

/** The content as the text or the gids that it is compared by. */
function comparable(content: CustomFieldContent | undefined): string[] {
  if (content === undefined) return [];
  if (typeof content !== 'object') return [String(content)];
  if (Array.isArray(content)) return content.map(({ gid }) => gid);
  if ('date' in content) return [content.date_time ?? content.date];
  return 'gid' in content ? [content.gid] : [];
}

const text = (content: CustomFieldContent | undefined) =>
  typeof content === 'string' ? content.toLocaleLowerCase('en') : undefined;

const time = (content: CustomFieldContent | undefined) =>
  Date.parse(comparable(content)[0] ?? '');

const comparisons: Record<string, Compare> = {
  is_set: (content, value) =>
    comparable(content).length > 0 === (value === 'true'),
  value: (content, value) =>
    typeof content === 'number'
      ? content === Number(value)
      : comparable(content).some(own => value.split(',').includes(own)),
  starts_with: (content, value) =>
    text(content)?.startsWith(value.toLocaleLowerCase('en')) ?? false,
  ends_with: (content, value) =>
    text(content)?.endsWith(value.toLocaleLowerCase('en')) ?? false,
  contains: (content, value) =>
    text(content)?.includes(value.toLocaleLowerCase('en')) ?? false,
  less_than: (content, value) =>
    typeof content === 'number' && content < Number(value),
  greater_than: (content, value) =>
    typeof content === 'number' && content > Number(value),
  before: (content, value) => time(content) < Date.parse(value),
  after: (content, value) => time(content) > Date.parse(value),
};

const pattern = /^custom_fields\.([^.]+)\.([a-z_]+)$/;

function check(field: CustomField, name: string): void {
  // Asana does not search multi_enum fields; how it refuses is not documented.
  if (field.resource_subtype === 'multi_enum') {
    throw badField(name, 'Custom fields of this type cannot be searched');
  }
}

/** The filters `custom_fields.<gid>.<comparison>`. */
export function customFieldFilters({ query }: Search, store: Store): Filter[] {
  const filters: Filter[] = [];
  for (const [name, value] of query) {
    const [, gid = '', comparison = ''] = pattern.exec(name) ?? [];
    if (!gid) continue;
    const field = store.customFields.get(gid);
    if (!field) throw badField(name, `Not a recognized ID: ${gid}`);
    check(field, name);
    const compare = comparisons[comparison];
    // Unknown parameters are ignored, these among them.
    if (!compare) continue;
    filters.push(task => compare(task.values.get(field), value));
  }
  return filters;
}
