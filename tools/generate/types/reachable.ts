import { mapSchema } from './map-schema.js';
import { recordSchema } from './record-schema.js';
import { referred, type Schema, type Schemas } from './schema.js';

/** The records with these names, and those that they hold, to the last one. */
export function reachable(
  names: readonly string[],
  schemas: Schemas
): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || !(name in schemas)) continue;
    const record = recordSchema(name, schemas);
    found.set(name, record);
    open.push(...referencesIn(record));
  }
  return found;
}

function referencesIn(schema: Schema): string[] {
  const names: string[] = [];
  mapSchema(schema, part => {
    names.push(...[referred(part) ?? []].flat());
    return part;
  });
  return names;
}
