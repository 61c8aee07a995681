import type { Schema } from './schema.js';

/** Filters that take several values, though they are described as one text. */
const listName = /\.(any|not|all)$|^approval_statuses$/;

/** A query parameter of several values: a list, or a text with commas. */
export function takeLists(schema: Schema, name: string): Schema {
  const { items, ...rest } = schema;
  if (items !== undefined) {
    return { ...flags(rest), anyOf: [{ type: 'string' }, schema] };
  }
  if (schema.type !== 'string' || !listName.test(name)) return schema;
  return {
    ...flags(rest),
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  };
}

const flags = ({ nullable, deprecated }: Schema): Schema => ({
  ...(nullable && { nullable }),
  ...(deprecated && { deprecated }),
});
