import { mapSchema } from './map-schema.js';
import type { Schema } from './schema.js';

/** Some dates are not marked as such: `completed_since`, a goal’s `due_on`. */
const dateName = /(^|_)(on|at|since|date|date_time)(\.(before|after))?$/;

/** Lets a job give a `Date` wherever Asana wants one as text. */
export const takeDates = (schema: Schema): Schema =>
  mapSchema(schema, (part, name) =>
    isDate(part, name) ? { ...part, tsType: '(string | Date)' } : part
  );

function isDate({ type, format, enum: values }: Schema, name = ''): boolean {
  if (type !== 'string' || values !== undefined) return false;
  return format === undefined
    ? dateName.test(name)
    : ['date', 'date-time'].includes(format);
}
