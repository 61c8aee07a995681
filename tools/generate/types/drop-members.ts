import { mapSchema } from './map-schema.js';
import type { Schema } from './schema.js';

/**
 * A schema without the members that are marked: what Asana alone writes has no
 * place in a body, and what can only be written has none in a record.
 */
export const dropMembers = (
  schema: Schema,
  mark: 'readOnly' | 'writeOnly'
): Schema =>
  mapSchema(schema, part => {
    if (part.properties === undefined) return part;
    const properties = Object.fromEntries(
      Object.entries(part.properties).filter(([, member]) => !member[mark])
    );
    return {
      ...part,
      properties,
      ...(part.required && {
        required: part.required.filter(name => name in properties),
      }),
    };
  });
