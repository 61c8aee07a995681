import { dropMembers } from './drop-members.js';
import { flatten } from './flatten.js';
import { openMaps } from './open-maps.js';
import { partsOf } from './parts-of.js';
import { referenceTo, type Schema, type Schemas } from './schema.js';

/** A record of Asana. Of other records it holds references. */
export function recordSchema(name: string, schemas: Schemas): Schema {
  const keeps = (other: string): boolean => isRecord(other, schemas);
  const flat = flatten(referenceTo(name), { schemas, keeps });
  const record = openMaps(dropMembers(flat, 'writeOnly'));
  const hasGid = record.properties !== undefined && 'gid' in record.properties;
  // `opt_fields` may leave out everything but the gid.
  return { ...record, required: hasGid ? ['gid'] : [] };
}

/** Texts and numbers that have a name in the description need none here. */
export const isRecord = (name: string, schemas: Schemas): boolean =>
  partsOf(referenceTo(name), schemas).some(
    ({ properties, anyOf }) => properties !== undefined || anyOf !== undefined
  );
