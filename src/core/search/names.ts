import { invalidArgument } from '../../errors.js';
import { closest } from '../closest.js';
import { outputParams } from '../query.js';
import type { SearchKind } from './kind.js';

/** From the text of Asana's reference, which no table has. */
export const conditions = [
  'is_set',
  'value',
  'starts_with',
  'ends_with',
  'contains',
  'less_than',
  'greater_than',
  'before',
  'after',
];

/** From the same text. */
const ofCustomType = /^custom_types\.\d+\.custom_type_status_option\.gid$/;

/**
 * Refuses what Asana's search does not know. Asana ignores it, so that a slip
 * in a name would find everything in the workspace.
 */
export function checkSearchNames(
  kind: SearchKind,
  operation: string,
  names: readonly string[]
): void {
  const known = [...(kind.endpoint.query ?? []), ...outputParams];
  for (const name of names) {
    if (known.includes(name) || ofCustomType.test(name)) continue;
    if (name.startsWith('custom_fields.'))
      checkCustomField(kind, operation, name);
    else throw unknownName(kind, operation, name, closest(name, known));
  }
}

function checkCustomField(
  kind: SearchKind,
  operation: string,
  name: string
): void {
  const [, gid = '', condition = ''] = name.split('.');
  if (!/^\d+$/.test(gid)) {
    throw invalidArgument(
      operation,
      `"${name}" does not name a custom field by its gid`,
      'Write the gid of the field, as in "custom_fields.1206933955023739.value".'
    );
  }
  const isWhole = name === `custom_fields.${gid}.${condition}`;
  if (isWhole && conditions.includes(condition)) return;
  const meant = closest(condition, conditions);
  throw unknownName(
    kind,
    operation,
    name,
    (meant.length > 0 ? meant : conditions).map(
      each => `custom_fields.${gid}.${each}`
    )
  );
}

const unknownName = (
  { noun, reference }: SearchKind,
  operation: string,
  name: string,
  meant: readonly string[]
): Error =>
  invalidArgument(
    operation,
    `Asana's search does not know "${name}", and would find ${noun}s as if it were not there`,
    meant.length > 0
      ? `Did you mean ${meant.map(each => `"${each}"`).join(' or ')}? All names are listed at ${reference}.`
      : `The names are listed at ${reference}.`
  );
