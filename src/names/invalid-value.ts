import { describe } from '../core/arguments.js';
import { AsanaError } from '../errors.js';
import { quoted } from './find-by-name.js';
import type { Field } from './named.js';

/** A value that does not fit its custom field, without showing it. */
export const invalidValue = (
  operation: string,
  field: Field,
  problem: string,
  fix: string
): AsanaError =>
  new AsanaError(
    `${operation}: the custom field ${quoted(field.name)} ${problem}`,
    {
      code: 'INVALID_VALUE',
      description: `What was given for ${quoted(field.name)} (${field.gid}), a field of the type ${field.type}, cannot be stored in it.`,
      fix,
    }
  );

/** As `describe`, and tells apart what looks alike in a job. */
export const kindOf = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isFinite(value))
    return String(value);
  return describe(value);
};
