import type { Schema } from '../types/schema.js';
import { inWords } from './words.js';

/** A query parameter, or a field of a body, as the docs tell of it. */
export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  /** What to write, where the name does not say it: "`YYYY-MM-DD`". */
  readonly hint?: string;
}

const hints: Readonly<Record<string, string>> = {
  limit: 'from 1 to 100, for one page only',
  offset: 'where that page starts',
  opt_fields: 'which fields to return',
};

const day = '`YYYY-MM-DD`';
const time = 'ISO date-time';

/** More than these are left to the types, which an editor shows. */
const mostValues = 6;

/** The members of a schema: those that must be given come first. */
export function toFields({ properties = {}, required = [] }: Schema): Field[] {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const hint = hints[name] ?? hintOf(name, schema);
    return {
      name,
      isRequired: required.includes(name),
      ...(hint !== undefined && { hint }),
    };
  });
  return [
    ...fields.filter(({ isRequired }) => isRequired),
    ...fields.filter(({ isRequired }) => !isRequired),
  ];
}

function hintOf(name: string, schema: Schema): string | undefined {
  const values = (schema.enum ?? []).filter(value => value !== null);
  if (values.length > 0 && values.length <= mostValues) {
    return inWords(
      values.map(value => `\`${value}\``),
      'or'
    );
  }
  if (values.length > 0) return undefined;
  if (name.endsWith('_minutes')) return 'in minutes';
  // `due_on.before` is told of in one sentence with all of its kind.
  if (name.includes('.')) return undefined;
  if (schema.format === 'date-time') return time;
  // Some dates are described as any text.
  if (schema.format === 'date' || /_(on|date)$/.test(name)) return day;
  return /_(at|since)$/.test(name) ? time : undefined;
}

/** "`name` (required), `due_on` (`YYYY-MM-DD`), `notes`". */
export const tellFields = (fields: readonly Field[]): string =>
  fields.map(tellField).join(', ');

function tellField({ name, isRequired, hint }: Field): string {
  const remarks = [
    ...(isRequired ? ['required'] : []),
    ...(hint === undefined ? [] : [hint]),
  ];
  return remarks.length === 0
    ? `\`${name}\``
    : `\`${name}\` (${remarks.join(': ')})`;
}
