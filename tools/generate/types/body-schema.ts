import { correctBody } from './corrections.js';
import { dropMembers } from './drop-members.js';
import { flatten } from './flatten.js';
import { openMaps } from './open-maps.js';
import type { Schema, Schemas } from './schema.js';
import { takeDates } from './take-dates.js';

/** What a job gives as `data`: all in one piece, without what is read-only. */
export function bodySchema(
  operation: string,
  body: Schema,
  schemas: Schemas
): Schema {
  const flat = flatten(body, { schemas, keeps: () => false });
  const writable = dropMembers(flat, 'readOnly');
  return takeDates(openMaps(correctBody(operation, writable)));
}
