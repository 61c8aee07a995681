import { recordName } from './record-name.js';
import { referred, type Schema, type Schemas } from './schema.js';

/** The schema of the record in an answer, of which there may be a list. */
export const answered = (result: Schema | undefined): string | undefined =>
  result && (result.items ? answered(result.items) : referred(result));

/**
 * The schema with all fields that `opt_fields` can ask for: a list answers with
 * compact records, but gives any field of the full ones.
 */
export function fullRecord(schema: string, schemas: Schemas): string {
  const name = recordName(schema, schemas);
  if (!name.endsWith('Compact')) return schema;
  const full = name.slice(0, -'Compact'.length);
  const fuller = Object.keys(schemas).find(
    other => recordName(other, schemas) === full
  );
  return fuller ?? schema;
}
