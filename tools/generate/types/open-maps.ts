import { mapSchema } from './map-schema.js';
import type { Schema } from './schema.js';

/**
 * An object of which no members are known takes any, of any kind: the values
 * of `custom_fields` are described as texts, and are numbers and lists too.
 */
export const openMaps = (schema: Schema): Schema =>
  mapSchema(schema, part => {
    const isMap = part.type === 'object' && part.properties === undefined;
    return isMap || part.additionalProperties !== undefined
      ? { ...part, additionalProperties: true }
      : part;
  });
