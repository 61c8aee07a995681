import { fields as records } from '../../../../src/generated/fields.js';
import { usageError } from '../../cli-error.js';
import type { HookFilter } from '../store/hooks.js';
import { meant } from './meant.js';

/** What a record is called in events: `customField` is `custom_field`. */
const fieldsOf = new Map(
  Object.entries(records)
    .filter(([record]) => !record.includes('.'))
    .map(([record, fields]) => [
      record.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
      fields.trim().split(/\s+/).map(withoutType),
    ])
);

/** Fails where Asana has no such type, or where that has no such field. */
export function checkFilter(filter: HookFilter): HookFilter {
  const { resource_type: type, fields = [] } = filter;
  const known = fieldsOf.get(type);
  if (known === undefined) {
    throw usageError(
      `--filter has a type that Asana does not have: ${type}.`,
      suggest(type, [...fieldsOf.keys()]) ??
        'Write one such as task, story, section or project.'
    );
  }
  const unknown = fields.find(field => !known.includes(field));
  if (unknown === undefined) return filter;
  throw usageError(
    `--filter has a field that no ${type} has: ${unknown}.`,
    suggest(unknown, known) ?? `Choose some of ${known.join(', ')}.`
  );
}

/** Asks for what was probably meant, if anything was. */
export function suggest(
  given: string,
  known: readonly string[]
): string | undefined {
  const found = meant(given, known);
  return found && `Did you mean ${found}?`;
}

function withoutType(field: string): string {
  return field.replace(/:.*/, '');
}
