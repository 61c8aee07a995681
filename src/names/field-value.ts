import { isDate } from 'node:util/types';
import { toDateValue } from './date-value.js';
import { looksLikeGid } from './find-by-name.js';
import { invalidValue, kindOf } from './invalid-value.js';
import { isEmpty } from './is-empty.js';
import type { Field, User } from './named.js';
import { toNumberValue } from './number-value.js';
import {
  toOptionValue,
  toOptionValues,
  type OptionContext,
} from './option-value.js';
import { splitPeople, toPerson } from './people-value.js';
import { toText } from './to-text.js';

export interface ValueContext extends OptionContext {
  /** Whom a people field may name; needed for names only. */
  readonly users?: readonly User[];
}

/** The most that Asana keeps in a text field. */
const longestText = 1024;

/**
 * What Asana takes for a value of a custom field that a form or a job
 * delivers. Nothing clears the field; `undefined` is for the caller to leave
 * out.
 */
export function toFieldValue(
  field: Field,
  value: unknown,
  context: ValueContext
): unknown {
  const { operation, users = [] } = context;
  if (field.isReadOnly) {
    throw invalidValue(
      operation,
      field,
      'cannot be written',
      'Asana fills it in by itself, as it does with formulas and IDs. Leave it out.'
    );
  }
  // It clears a field of any type: Asana's reference knows no other way.
  if (isEmpty(value)) return null;
  switch (field.type) {
    case 'text':
      return toTextValue(operation, field, value);
    case 'number':
      return toNumberValue(operation, field, value);
    case 'enum':
      return toOptionValue(context, field, value);
    case 'multi_enum':
      return orNull(toOptionValues(context, field, value));
    case 'date':
      return toDateValue(operation, field, value);
    case 'people':
      return orNull(
        toList(operation, field, value, 'an e-mail address or a name')
          .flatMap(splitPeople)
          .map(each => toPerson(users, each, operation))
      );
    case 'reference':
      return orNull(toReferences(operation, field, value));
    case 'formula':
    case 'custom_id':
    case 'other':
      return value;
  }
}

const orNull = (list: readonly string[]): readonly string[] | null =>
  list.length > 0 ? [...new Set(list)] : null;

function toTextValue(operation: string, field: Field, value: unknown): string {
  const text = isDate(value) ? toIsoText(value) : toText(value);
  if (text === undefined) {
    throw invalidValue(
      operation,
      field,
      `takes a text, not ${kindOf(value)}`,
      Array.isArray(value)
        ? 'Make one text of the list: list.join(", ").'
        : 'Give a text or a number, or null to clear the field.'
    );
  }
  // A character may take two units of `length`.
  if (text.length > longestText && [...text].length > longestText) {
    throw invalidValue(
      operation,
      field,
      `takes a text of ${longestText} characters at most, and this one has ${[...text].length}`,
      `Shorten it, text.slice(0, ${longestText}), or write it into "notes", which may be much longer.`
    );
  }
  return text;
}

const toIsoText = (date: Date): string | undefined =>
  Number.isNaN(date.getTime()) ? undefined : date.toISOString();

function toReferences(
  operation: string,
  field: Field,
  value: unknown
): readonly string[] {
  const gids = toList(operation, field, value, 'the gid of a task');
  if (gids.every(looksLikeGid)) return gids.map(gid => gid.trim());
  throw invalidValue(
    operation,
    field,
    'takes gids, and there is a text that is none',
    'Give the gids of tasks or projects, ["1206933955023739"]: they are not looked up by name, since many may share one.'
  );
}

function toList(
  operation: string,
  field: Field,
  value: unknown,
  what: string
): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter(each => !isEmpty(each))
    .map(each => {
      if (typeof each === 'string') return each;
      if (looksLikeGid(each) || typeof each === 'bigint') return String(each);
      throw invalidValue(
        operation,
        field,
        `takes a list, and there is ${kindOf(each)} in it`,
        `Give ${what} for each, or null to clear the field.`
      );
    });
}
